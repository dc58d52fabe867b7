package dev.dsctl.model.security;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import java.util.List;
import java.util.function.Function;

/**
 * All policies of security.istio.io.
 *
 * @param peers what workloads accept
 * @param requests which tokens are checked
 * @param authorization who may do what
 */
public record SecurityPolicies(
        PeerAuthentications peers, RequestAuthentications requests, AuthorizationPolicies authorization) {

    private static final String GROUP = "security.istio.io";

    /** Those among the manifests. What can't be read is recorded in {@code problems}. */
    public static SecurityPolicies of(Manifests manifests, String rootNamespace, Problems problems) {
        return new SecurityPolicies(
                new PeerAuthentications(
                        read(manifests, "PeerAuthentication", m -> AuthenticationReader.peer(m, problems)),
                        rootNamespace),
                new RequestAuthentications(
                        read(manifests, "RequestAuthentication", m -> AuthenticationReader.request(m, problems)),
                        rootNamespace),
                new AuthorizationPolicies(
                        read(manifests, "AuthorizationPolicy", m -> AuthorizationReader.read(m, problems)),
                        rootNamespace));
    }

    private static <T> List<T> read(Manifests manifests, String kind, Function<Manifest, T> reader) {
        return manifests.of(GROUP, kind).stream().map(reader).toList();
    }
}
