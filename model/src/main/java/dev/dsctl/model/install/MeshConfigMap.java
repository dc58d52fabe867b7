package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import java.util.Optional;

/**
 * The mesh's settings as a cluster keeps them: text under {@code data.mesh} of a ConfigMap beside istiod. Source:
 * pkg/config/mesh/kubemesh/watcher.go; which of them istiod reads: pilot/pkg/bootstrap/mesh.go.
 */
final class MeshConfigMap {

    private MeshConfigMap() {}

    /** The settings, when the ConfigMap is among the manifests; what is wrong with it goes to {@code problems}. */
    static Optional<Layer> in(Manifests manifests, String namespace, String name, Problems problems) {
        return manifests.of("", "ConfigMap").stream()
                .filter(map -> map.name().equals(name) && map.namespace().equals(namespace))
                .findFirst()
                .flatMap(map -> settings(map, problems));
    }

    private static Optional<Layer> settings(Manifest map, Problems problems) {
        if (map.root().entries().get("data") instanceof Node.Mapping data
                && data.entries().get("mesh") instanceof Node.Scalar mesh
                && mesh.value() instanceof String text) {
            SourceRef at = map.at(mesh);
            return Optional.of(new Layer(at.file(), ManifestReader.parseMapping(at, text, problems)));
        }
        problems.error(map.source(), "no text under data.mesh, where a mesh has its settings");
        return Optional.empty();
    }
}
