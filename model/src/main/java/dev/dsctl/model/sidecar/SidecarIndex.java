package dev.dsctl.model.sidecar;

import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mesh's Sidecars, and which one holds for a workload. Source: {@code initSidecarScopes} and {@code getSidecarScope},
 * pilot/pkg/model/push_context.go.
 */
public final class SidecarIndex {

    private final Map<String, List<Sidecar>> byNamespace = new HashMap<>();
    private final Optional<Sidecar> forMesh;

    /** Of these Sidecars, where the oldest without selector in {@code rootNamespace} is the whole mesh's. */
    SidecarIndex(List<Sidecar> sidecars, String rootNamespace) {
        sidecars.stream()
                .sorted(Comparator.comparing((Sidecar s) -> s.selector().isEmpty())
                        .thenComparing(Sidecar::meta, ObjectMeta.OLDEST_FIRST))
                .forEach(s -> byNamespace
                        .computeIfAbsent(s.meta().namespace(), n -> new ArrayList<>())
                        .add(s));
        this.forMesh = byNamespace.getOrDefault(rootNamespace, List.of()).stream()
                .filter(s -> s.selector().isEmpty())
                .findFirst();
    }

    /** Those among the manifests; what is wrong with them goes to {@code problems}. */
    public static SidecarIndex of(Manifests manifests, String rootNamespace, String domain, Problems problems) {
        return new SidecarIndex(SidecarReader.all(manifests, domain, problems), rootNamespace);
    }

    /** The one for a workload: of its namespace the oldest that selects it, else the oldest for all; else the mesh's. */
    public Optional<Sidecar> forWorkload(String namespace, Map<String, String> labels) {
        for (Sidecar sidecar : byNamespace.getOrDefault(namespace, List.of())) {
            if (sidecar.selects(labels)) {
                return Optional.of(sidecar);
            }
        }
        return forMesh;
    }
}
