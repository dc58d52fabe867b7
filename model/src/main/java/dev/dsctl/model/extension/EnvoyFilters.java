package dev.dsctl.model.extension;

import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.profile.ExtensionChoices.FilterOrder;
import dev.dsctl.model.profile.IstioProfile;
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

    /** Those of a workload in the order in which they are applied. */
    public List<EnvoyFilter> forWorkload(String namespace, Map<String, String> labels, IstioProfile profile) {
        return all.stream()
                .filter(filter -> isRoots(filter) || filter.meta().namespace().equals(namespace))
                .filter(filter -> filter.selector().selects(labels))
                .sorted(order(profile).thenComparing(EnvoyFilter::meta, ObjectMeta.OLDEST_FIRST))
                .toList();
    }

    private Comparator<EnvoyFilter> order(IstioProfile profile) {
        Comparator<EnvoyFilter> rootsFirst = Comparator.comparingInt(filter -> isRoots(filter) ? 0 : 1);
        Comparator<EnvoyFilter> lowestFirst = Comparator.comparingInt(EnvoyFilter::priority);
        return switch (profile.choice(FilterOrder.class)) {
            case ROOT_NAMESPACE_FIRST -> rootsFirst.thenComparing(lowestFirst);
            case PRIORITY_FIRST -> lowestFirst.thenComparing(rootsFirst);
        };
    }

    private boolean isRoots(EnvoyFilter filter) {
        return filter.meta().namespace().equals(rootNamespace);
    }
}
