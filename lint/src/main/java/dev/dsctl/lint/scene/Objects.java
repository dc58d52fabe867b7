package dev.dsctl.lint.scene;

import dev.dsctl.lint.finding.Subject;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.SourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of the input by kind and name, for the places of findings. */
public final class Objects {

    private final Manifests manifests;
    private final Map<String, Manifest> byName = new HashMap<>();

    Objects(Manifests manifests) {
        this.manifests = manifests;
        manifests.all().forEach(manifest -> byName.putIfAbsent(manifest.toString(), manifest));
    }

    /** All of a kind in the order of the input; {@code group} is empty for the core group. */
    public List<Manifest> of(String group, String kind) {
        return manifests.of(group, kind);
    }

    /** The object that a finding is about. */
    public Optional<Manifest> manifest(Subject subject) {
        return Optional.ofNullable(byName.get(subject.toString()));
    }

    /**
     * An object, at the field that a path leads to or as near to it as the object goes. Numbers lead into lists.
     */
    public Subject subject(String kind, ObjectMeta meta, Object... path) {
        Subject whole = new Subject(kind, meta.namespace(), meta.name(), meta.source());
        Manifest manifest = byName.get(whole.toString());
        if (manifest == null) {
            return whole;
        }
        return new Subject(kind, meta.namespace(), meta.name(), at(manifest, path));
    }

    private static SourceRef at(Manifest manifest, Object... path) {
        Node node = manifest.root();
        int line = manifest.source().line();
        for (Object step : path) {
            Node next = null;
            if (step instanceof Integer index
                    && node instanceof Node.Sequence list
                    && index < list.items().size()) {
                next = list.items().get(index);
            } else if (step instanceof String key && node instanceof Node.Mapping mapping) {
                next = mapping.entries().get(key);
            }
            if (next == null) {
                break;
            }
            node = next;
            line = node.line();
        }
        return new SourceRef(manifest.source().file(), line);
    }
}
