package dev.dsctl.lint.scene;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the pods that a Service selects without looking at all of them. */
final class PodIndex {

    private final Map<String, List<KubePod>> byLabel = new HashMap<>();

    PodIndex(Collection<KubePod> pods) {
        for (KubePod pod : pods) {
            if (pod.status().isTerminal()) {
                continue;
            }
            pod.meta()
                    .labels()
                    .forEach((key, value) -> byLabel.computeIfAbsent(
                                    key(pod.meta().namespace(), key, value), label -> new ArrayList<>())
                            .add(pod));
        }
    }

    /** By namespace and name; none for a Service without a selector. */
    List<KubePod> selected(KubeService service) {
        List<KubePod> fewest = null;
        for (Map.Entry<String, String> label : service.selector().entrySet()) {
            List<KubePod> pods =
                    byLabel.getOrDefault(key(service.meta().namespace(), label.getKey(), label.getValue()), List.of());
            fewest = fewest == null || pods.size() < fewest.size() ? pods : fewest;
        }
        return fewest == null
                ? List.of()
                : fewest.stream()
                        .filter(pod -> pod.meta()
                                .labels()
                                .entrySet()
                                .containsAll(service.selector().entrySet()))
                        .toList();
    }

    private static String key(String namespace, String label, String value) {
        return namespace + "/" + label + "=" + value;
    }
}
