package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import java.util.Optional;

/**
 * The mesh's settings as an installation keeps them: text under {@code data.mesh} of a ConfigMap in the root namespace.
 * Source: pkg/config/mesh/kubemesh/watcher.go.
 */
public final class MeshConfigMap {

    private MeshConfigMap() {}

    /**
     * The settings, when the ConfigMap is among the manifests; what is wrong with them goes to {@code problems}. A revision of
     * istiod has a name of its own for it.
     */
    public static Optional<MeshConfig> in(Manifests manifests, String namespace, String name, Problems problems) {
        return manifests.of("", "ConfigMap").stream()
                .filter(map -> map.name().equals(name) && map.namespace().equals(namespace))
                .findFirst()
                .flatMap(map -> settings(map, problems));
    }

    private static Optional<MeshConfig> settings(Manifest map, Problems problems) {
        if (map.root().entries().get("data") instanceof Node.Mapping data
                && data.entries().get("mesh") instanceof Node.Scalar mesh
                && mesh.value() instanceof String text) {
            SourceRef at = map.at(mesh);
            return Optional.of(MeshConfig.of(ManifestReader.parseMapping(at, text, problems), at.file(), problems));
        }
        problems.error(map.source(), "no text under data.mesh, where a mesh has its settings");
        return Optional.empty();
    }
}
