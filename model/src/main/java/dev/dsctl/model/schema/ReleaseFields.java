package dev.dsctl.model.schema;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.ApiField;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of Istio's resources what a release doesn't know yet, as its istiod does when it reads them: unknown fields are dropped, a
 * resource with an unknown value is refused. Source: {@code ApplyJSON}, pkg/config/model.go.
 */
public final class ReleaseFields {

    private static final String MESH_CONFIG = "MeshConfig";

    private final String release;
    private final Map<String, List<ApiField>> unknown = new HashMap<>();
    private final Problems problems;
    private final List<String> path = new ArrayList<>();
    private String kind = "";
    private String name = "";
    private String file = "";

    private ReleaseFields(IstioProfile profile, Problems problems) {
        this.release = profile.release();
        this.problems = problems;
        for (ApiField field : IstioProfiles.fieldsUnknownTo(profile)) {
            unknown.computeIfAbsent(field.kind(), kind -> new ArrayList<>()).add(field);
        }
    }

    /** The manifests as the release understands them; what it doesn't goes to {@code problems}. */
    public static Manifests known(Manifests manifests, IstioProfile profile, Problems problems) {
        ReleaseFields fields = new ReleaseFields(profile, problems);
        List<Manifest> known = manifests.all().stream().map(fields::known).toList();
        return new Manifests(known, manifests.skipped(), manifests.diagnostics());
    }

    /**
     * The mesh's settings, or those of a sidecar, as the release understands them.
     *
     * @param at where they stand
     */
    public static Node.Mapping known(Node.Mapping settings, SourceRef at, IstioProfile profile, Problems problems) {
        ReleaseFields fields = new ReleaseFields(profile, problems);
        if (!fields.unknown.containsKey(MESH_CONFIG)) {
            return settings;
        }
        fields.kind = MESH_CONFIG;
        fields.name = MESH_CONFIG;
        fields.file = at.file();
        return (Node.Mapping) fields.known((Node) settings);
    }

    private Manifest known(Manifest manifest) {
        if (!manifest.group().endsWith(".istio.io") || !unknown.containsKey(manifest.kind())) {
            return manifest;
        }
        kind = manifest.kind();
        name = manifest.toString();
        file = manifest.source().file();
        Node root = known(manifest.root());
        return root == manifest.root() ? manifest : manifest.withRoot((Node.Mapping) root);
    }

    private Node known(Node node) {
        if (node instanceof Node.Sequence list) {
            List<Node> items = list.items().stream().map(this::known).toList();
            return isSame(items, list.items()) ? list : new Node.Sequence(list.line(), items);
        }
        if (!(node instanceof Node.Mapping mapping)) {
            return node;
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> {
            path.add(key);
            if (isKnown(value)) {
                entries.put(key, known(value));
            }
            path.remove(path.size() - 1);
        });
        boolean same = entries.size() == mapping.entries().size()
                && isSame(entries.values(), mapping.entries().values());
        return same ? mapping : new Node.Mapping(mapping.line(), entries);
    }

    private static boolean isSame(Iterable<Node> some, Iterable<Node> others) {
        var other = others.iterator();
        for (Node node : some) {
            if (!isSame(node, other.next())) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing was taken out: what stays whole stays the same object, which spares comparing trees. */
    @SuppressWarnings("ReferenceEquality")
    public static boolean isSame(Node known, Node written) {
        return known == written;
    }

    /** Whether the release knows the field at the current path. */
    private boolean isKnown(Node value) {
        for (ApiField field : unknown.get(kind)) {
            if (!isAt(field.path())) {
                continue;
            }
            String where = String.join(".", path) + " of " + name;
            String later = "Istio " + release + " doesn't know it, " + field.since() + " does";
            if (field.value().isEmpty()) {
                problems.warning(new SourceRef(file, value.line()), where + " has no effect: " + later);
                return false;
            }
            if (value instanceof Node.Scalar scalar && field.value().equals(scalar.value())) {
                problems.error(
                        new SourceRef(file, value.line()),
                        where + ": unsupported value \"" + field.value() + "\": " + later);
            }
        }
        return true;
    }

    private boolean isAt(List<String> steps) {
        int from = path.size() - steps.size();
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).equals("*") && !steps.get(i).equals(path.get(from + i))) {
                return false;
            }
        }
        return true;
    }
}
