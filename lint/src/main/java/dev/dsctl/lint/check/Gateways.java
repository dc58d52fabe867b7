package dev.dsctl.lint.check;

import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Problems;
import java.util.List;
import java.util.Map;

/**
 * Which Services let traffic in from outside: by type, by the labels that Istio's charts and its Gateway API controller give (manifests/charts/gateway),
 * or because a Gateway is for their pods.
 *
 * @param selectors the labels of pods that Gateways are for
 */
record Gateways(List<Map<String, String>> selectors) {

    private static final List<String> LABELS =
            List.of("gateway.networking.k8s.io/gateway-name", "istio.io/gateway-name", "gateway.istio.io/managed");

    static Gateways of(Scene scene) {
        return new Gateways(scene.objects().of("networking.istio.io", "Gateway").stream()
                .map(gateway ->
                        Fields.of(gateway, new Problems()).fields("spec").stringMap("selector"))
                .filter(selector -> !selector.isEmpty())
                .distinct()
                .toList());
    }

    boolean has(BackedService service) {
        Map<String, String> labels = service.kube().meta().labels();
        Map<String, String> pods = service.kube().selector();
        return service.kube().type().equals("LoadBalancer")
                || LABELS.stream().anyMatch(labels::containsKey)
                || labels.getOrDefault("istio", "").endsWith("gateway")
                || pods.getOrDefault("istio", "").endsWith("gateway")
                || selectors.stream().anyMatch(selector -> pods.entrySet().containsAll(selector.entrySet()));
    }
}
