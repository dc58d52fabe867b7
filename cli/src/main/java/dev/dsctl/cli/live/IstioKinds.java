package dev.dsctl.cli.live;

import dev.dsctl.render.json.JsonObject;
import dev.dsctl.render.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of Istio's resources a cluster has.
 *
 * @param served each in the version that the server prefers
 * @param missing those without a CustomResourceDefinition, as {@code plural.group}
 */
record IstioKinds(List<ApiKind> served, List<String> missing) {

    /** What dsctl looks for, by group. */
    static final Map<String, List<String>> WANTED = Map.of(
            "networking.istio.io",
            List.of(
                    "destinationrules",
                    "envoyfilters",
                    "proxyconfigs",
                    "serviceentries",
                    "sidecars",
                    "virtualservices",
                    "workloadentries"),
            "security.istio.io",
            List.of("authorizationpolicies", "peerauthentications", "requestauthentications"),
            "telemetry.istio.io",
            List.of("telemetries"),
            "extensions.istio.io",
            List.of("wasmplugins"));

    /** Asks the server about one group. */
    static IstioKinds of(KubeApi api, String group) throws ApiException {
        List<ApiKind> served = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(WANTED.get(group));
        for (String version : versions(api, group)) {
            String path = "/apis/" + group + "/" + version;
            for (String plural : texts(api.get(path), "resources", "name")) {
                if (left.remove(plural)) {
                    served.add(new ApiKind(path, plural, ApiKind.Scope.NAMESPACED, ""));
                }
            }
        }
        return new IstioKinds(
                List.copyOf(served),
                left.stream().map(plural -> plural + "." + group).toList());
    }

    private static List<String> versions(KubeApi api, String group) throws ApiException {
        try {
            return texts(api.get("/apis/" + group), "versions", "version");
        } catch (ApiException e) {
            if (e.status() == ApiException.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    /** One text member of each object in a list of the document. */
    private static List<String> texts(byte[] body, String list, String member) {
        List<String> texts = new ArrayList<>();
        try {
            Object root = JsonReader.document(new StringReader(new String(body, StandardCharsets.UTF_8)), "");
            if (root instanceof JsonObject object && object.members().get(list) instanceof List<?> items) {
                for (Object item : items) {
                    if (item instanceof JsonObject entry && entry.members().get(member) instanceof String text) {
                        texts.add(text);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
