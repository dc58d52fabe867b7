package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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

    /** The same without services, slices and pods of namespaces that don't count. */
    public KubeObjects inNamespaces(Predicate<String> counts) {
        Map<String, KubePod> keptPods = new LinkedHashMap<>();
        pods.forEach((key, pod) -> {
            if (counts.test(pod.meta().namespace())) {
                keptPods.put(key, pod);
            }
        });
        return new KubeObjects(
                services.stream().filter(s -> counts.test(s.meta().namespace())).toList(),
                slices.stream().filter(s -> counts.test(s.meta().namespace())).toList(),
                keptPods,
                nodes,
                namespaces);
    }

    /** All pods, by namespace and name. */
    public Collection<KubePod> allPods() {
        return pods.values();
    }
}
