package dev.dsctl.model.synthesis;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which pods get a sidecar and what the injector adds to them. Source: the namespace and object selectors of
 * manifests/charts/istiod/templates/mutatingwebhook.yaml and pkg/kube/inject/inject.go ({@code injectRequired}).
 */
final class Injection {

    private static final Set<String> NEVER =
            Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");
    private static final Set<String> YES = Set.of("y", "yes", "true", "on");
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String NAMESPACE_INJECTION = "istio-injection";
    private static final String REVISION = "istio.io/rev";

    private final Map<String, Map<String, String>> namespaces = new HashMap<>();

    Injection(Manifests manifests) {
        for (Manifest namespace : manifests.of("", "Namespace")) {
            namespaces.put(namespace.name(), ObjectMeta.of(namespace).labels());
        }
    }

    /** Whether a pod with these labels and annotations gets a sidecar. */
    boolean injects(String namespace, Map<String, String> labels, Map<String, String> annotations) {
        if (NEVER.contains(namespace)) {
            return false;
        }
        Map<String, String> ofNamespace = namespaces.getOrDefault(namespace, Map.of());
        String wish = labels.getOrDefault(INJECT, annotations.getOrDefault(INJECT, ""));
        boolean refuses = !wish.isEmpty() && !YES.contains(wish.toLowerCase(Locale.ROOT));
        if (refuses || "disabled".equals(ofNamespace.get(NAMESPACE_INJECTION))) {
            return false;
        }
        boolean namespaceAsks =
                "enabled".equals(ofNamespace.get(NAMESPACE_INJECTION)) || ofNamespace.containsKey(REVISION);
        return namespaceAsks || "true".equals(labels.get(INJECT)) || labels.containsKey(REVISION);
    }

    /** The labels the injector adds. Source: manifests/charts/istio-control/istio-discovery/files/injection-template.yaml. */
    static Map<String, String> labels(Map<String, String> labels, String workload) {
        Map<String, String> added = new LinkedHashMap<>();
        added.put("security.istio.io/tlsMode", "istio");
        added.put(
                "service.istio.io/canonical-name",
                first(labels, workload, "service.istio.io/canonical-name", "app.kubernetes.io/name", "app"));
        added.put(
                "service.istio.io/canonical-revision",
                first(labels, "latest", "service.istio.io/canonical-revision", "app.kubernetes.io/version", "version"));
        return added;
    }

    private static String first(Map<String, String> labels, String fallback, String... keys) {
        for (String key : keys) {
            if (labels.containsKey(key)) {
                return labels.get(key);
            }
        }
        return fallback;
    }
}
