package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.MeshChoices;
import java.util.Map;

/** Where a pod runs. Source: {@code getPodLocality}, pilot/pkg/serviceregistry/kube/controller/controller.go. */
final class PodLocality {

    private static final String LEGACY_LABEL = "istio-locality";

    private PodLocality() {}

    /** {@code region/zone/subzone}; empty when neither the pod's labels nor its node tell. */
    static String of(KubePod pod, Map<String, ObjectMeta> nodes, MeshChoices.LocalityLabels labels) {
        String declared = declared(pod.meta().labels(), labels);
        if (!declared.isEmpty()) {
            return declared;
        }
        ObjectMeta node = nodes.get(pod.spec().nodeName());
        if (node == null) {
            return "";
        }
        String region = either(node, "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region");
        String zone = either(node, "topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone");
        String subzone = node.label("topology.istio.io/subzone");
        boolean unknown = region.isEmpty() && zone.isEmpty() && subzone.isEmpty();
        return unknown ? "" : region + "/" + zone + "/" + subzone;
    }

    /** What a workload's labels say, empty when they don't; labels can't hold slashes, so dots stand for them. */
    static String declared(Map<String, String> labels, MeshChoices.LocalityLabels heeded) {
        String legacy = labels.getOrDefault(LEGACY_LABEL, "");
        String declared = switch (heeded) {
            case ISTIO_LOCALITY -> legacy;
            case TOPOLOGY_LOCALITY -> labels.getOrDefault("topology.istio.io/locality", legacy);
        };
        return declared.contains("/") ? declared : declared.replace('.', '/');
    }

    private static String either(ObjectMeta node, String label, String legacyLabel) {
        String value = node.label(label);
        return value.isEmpty() ? node.label(legacyLabel) : value;
    }
}
