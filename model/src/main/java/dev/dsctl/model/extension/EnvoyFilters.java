package dev.dsctl.model.extension;

import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The mesh's EnvoyFilters. Source: {@code EnvoyFilters}, pilot/pkg/model/push_context.go.
 *
 * @param all in no particular order
 * @param rootNamespace holds those that are for all namespaces
 */
public record EnvoyFilters(List<EnvoyFilter> all, String rootNamespace) {

    /** Those among the manifests. What can't be read is recorded in {@code problems}. */
    public static EnvoyFilters of(Manifests manifests, String rootNamespace, Problems problems) {
        return new EnvoyFilters(
                manifests.of("networking.istio.io", "EnvoyFilter").stream()
                        .map(manifest -> EnvoyFilterReader.read(manifest, problems))
                        .toList(),
                rootNamespace);
    }

    /** Those of a workload in the order in which they are applied: by priority, the root namespace's first, then the oldest. */
    public List<EnvoyFilter> forWorkload(String namespace, Map<String, String> labels) {
        return all.stream()
                .filter(filter -> isRoots(filter) || filter.meta().namespace().equals(namespace))
                .filter(filter -> filter.selector().selects(labels))
                .sorted(Comparator.comparingInt(EnvoyFilter::priority)
                        .thenComparing(filter -> isRoots(filter) ? 0 : 1)
                        .thenComparing(EnvoyFilter::meta, ObjectMeta.OLDEST_FIRST))
                .toList();
    }

    private boolean isRoots(EnvoyFilter filter) {
        return filter.meta().namespace().equals(rootNamespace);
    }
}
