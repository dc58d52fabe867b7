package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Node;
import java.util.Map;
import java.util.Set;

/**
 * The mesh's settings (MeshConfig) over the installation's defaults. Source: istio/api mesh/v1alpha1/config.proto and
 * pkg/config/mesh/mesh.go ({@code DefaultMeshConfig}).
 *
 * @param root what was written, empty when nothing was
 * @param rootNamespace holds mesh-wide policies, {@code istio-system} by default
 * @param trustDomain {@code cluster.local} by default
 * @param defaultServiceExportTo who sees services that don't say it themselves; everybody ({@code *}) by default
 */
public record MeshConfig(
        Node.Mapping root, String rootNamespace, String trustDomain, Set<String> defaultServiceExportTo) {

    /** What an installation has that sets nothing. */
    public static final MeshConfig DEFAULT =
            new MeshConfig(new Node.Mapping(0, Map.of()), "istio-system", "cluster.local", Set.of("*"));
}
