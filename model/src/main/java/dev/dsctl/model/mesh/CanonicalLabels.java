package dev.dsctl.model.mesh;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names under which telemetry sums up workloads. Source: {@code CanonicalService}, pkg/kube/labels/labels.go. */
final class CanonicalLabels {

    private static final String NAME = "service.istio.io/canonical-name";
    private static final String REVISION = "service.istio.io/canonical-revision";

    private CanonicalLabels() {}

    /** The labels with canonical name and revision. */
    static Map<String, String> added(Map<String, String> labels, String workloadName) {
        if (labels.containsKey(NAME) && labels.containsKey(REVISION)) {
            return labels;
        }
        Map<String, String> all = new TreeMap<>(labels);
        all.put(NAME, first(labels, workloadName, List.of(NAME, "app.kubernetes.io/name", "app")));
        all.put(REVISION, first(labels, "latest", List.of(REVISION, "app.kubernetes.io/version", "version")));
        return Collections.unmodifiableMap(all);
    }

    private static String first(Map<String, String> labels, String fallback, List<String> keys) {
        for (String key : keys) {
            if (labels.containsKey(key)) {
                return labels.get(key);
            }
        }
        return fallback;
    }
}
