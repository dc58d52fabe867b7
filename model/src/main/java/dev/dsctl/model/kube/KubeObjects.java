package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The Kubernetes objects that Istio builds its mesh from.
 *
 * @param services by namespace and name
 * @param slices by namespace and name
 * @param pods by {@link ObjectMeta#key}, in that order
 * @param nodes by name
 * @param namespaces by name
 */
public record KubeObjects(
        List<KubeService> services,
        List<KubeSlice> slices,
        Map<String, KubePod> pods,
        Map<String, ObjectMeta> nodes,
        Map<String, ObjectMeta> namespaces) {

    /** All pods, by namespace and name. */
    public Collection<KubePod> allPods() {
        return pods.values();
    }
}
