package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.schema.ReleaseFields;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of each sidecar: the mesh's, over which a pod's annotation {@code proxy.istio.io/config} goes. Source:
 * {@code MergeProxyConfig}, pkg/config/mesh/mesh.go.
 */
final class ProxyConfigs {

    private static final String ANNOTATION = "proxy.istio.io/config";

    private final MeshConfig mesh;
    private final IstioProfile profile;
    private final Problems problems;

    ProxyConfigs(MeshSettings settings, Problems problems) {
        this.mesh = settings.config();
        this.profile = settings.profile();
        this.problems = problems;
    }

    /** The settings of a pod's sidecar. */
    ProxyConfig of(ObjectMeta pod) {
        String text = pod.annotation(ANNOTATION);
        if (text.isBlank()) {
            return mesh.proxy();
        }
        SourceRef at = pod.source();
        Problems found = new Problems();
        Node.Mapping overlay = ReleaseFields.known(ManifestReader.parseMapping(at, text, found), at, profile, problems);
        found.all().forEach(d -> problems.error(at, "annotation " + ANNOTATION + ": " + d.message()));
        Node written = mesh.root().entries().get("defaultConfig");
        Node.Mapping merged = written instanceof Node.Mapping defaults ? merged(defaults, overlay) : overlay;
        return ProxyConfig.of(Fields.of(merged, at.file(), new Problems()));
    }

    /** Mappings are merged field by field; anything else is replaced. */
    private static Node.Mapping merged(Node.Mapping base, Node.Mapping overlay) {
        Map<String, Node> entries = new LinkedHashMap<>(base.entries());
        overlay.entries()
                .forEach((key, value) -> entries.merge(
                        key,
                        value,
                        (old, added) -> old instanceof Node.Mapping inner && added instanceof Node.Mapping over
                                ? merged(inner, over)
                                : added));
        return new Node.Mapping(overlay.line(), entries);
    }
}
