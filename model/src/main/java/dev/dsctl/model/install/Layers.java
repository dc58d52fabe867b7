package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings from several sources, later ones over earlier ones: mappings are merged field by field, everything else is replaced, and null
 * takes a field away. Source: {@code MergeTables} of Helm's pkg/chartutil/coalesce.go.
 *
 * @param all the lowest first
 */
record Layers(List<Layer> all) {

    Layers {
        all = List.copyOf(all);
    }

    /** These with others over them. */
    Layers and(List<Layer> over) {
        List<Layer> both = new ArrayList<>(all);
        both.addAll(over);
        return new Layers(both);
    }

    /** What comes out. */
    Node.Mapping merged() {
        Node.Mapping merged = new Node.Mapping(0, Map.of());
        for (Layer layer : all) {
            merged = merged(merged, layer.values());
        }
        return merged;
    }

    static Node.Mapping merged(Node.Mapping base, Node.Mapping overlay) {
        Map<String, Node> entries = new LinkedHashMap<>(base.entries());
        overlay.entries().forEach((key, value) -> {
            if (isNull(value)) {
                entries.remove(key);
            } else if (value instanceof Node.Mapping over) {
                Node.Mapping inner = entries.get(key) instanceof Node.Mapping mapping ? mapping : none(over.line());
                entries.put(key, merged(inner, over));
            } else {
                entries.put(key, value);
            }
        });
        return new Node.Mapping(Math.max(base.line(), overlay.line()), entries);
    }

    private static Node.Mapping none(int line) {
        return new Node.Mapping(line, Map.of());
    }

    /** Where the value at a path comes from. */
    Optional<SourceRef> from(List<String> path) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Layer layer = all.get(i);
            Optional<Node> found = Trees.at(layer.values(), path);
            if (found.isPresent()) {
                return found.map(layer::at);
            }
        }
        return Optional.empty();
    }

    /** Each scalar and list that came out below a field, with its path joined by dots, by name. */
    List<Setting> settings(String field) {
        List<Setting> settings = new ArrayList<>();
        collect(Trees.mapping(merged(), field), List.of(field), settings);
        settings.sort(Comparator.comparing(Setting::name));
        return settings;
    }

    private void collect(Node.Mapping mapping, List<String> path, List<Setting> into) {
        mapping.entries().forEach((key, value) -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(key);
            if (value instanceof Node.Mapping deeper && !deeper.entries().isEmpty()) {
                collect(deeper, inner, into);
            } else {
                into.add(new Setting(
                        String.join(".", inner),
                        Trees.text(value),
                        from(inner).map(SourceRef::toString).orElse("")));
            }
        });
    }

    static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.value() == null;
    }
}
