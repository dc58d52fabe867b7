package dev.dsctl.model.mesh;

import dev.dsctl.model.extension.EnvoyFilters;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.security.SecurityPolicies;

/**
 * Istio's own resources that change what proxies get without being services.
 *
 * @param security who may talk to whom and how
 * @param envoyFilters changes to generated configuration
 */
public record Policies(SecurityPolicies security, EnvoyFilters envoyFilters) {

    /** Those among the manifests. What can't be read is recorded in {@code problems}. */
    public static Policies of(Manifests manifests, MeshConfig config, Problems problems) {
        String root = config.rootNamespace();
        return new Policies(SecurityPolicies.of(manifests, root, problems), EnvoyFilters.of(manifests, root, problems));
    }
}
