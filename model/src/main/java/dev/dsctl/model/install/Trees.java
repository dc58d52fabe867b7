package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks things up in trees of settings, and puts them elsewhere. */
final class Trees {

    private Trees() {}

    /** What stands at a path, if anything but null does. */
    static Optional<Node> at(Node root, List<String> path) {
        Node node = root;
        for (String key : path) {
            node = node instanceof Node.Mapping mapping ? mapping.entries().get(key) : null;
        }
        return Optional.ofNullable(node).filter(found -> !Layers.isNull(found));
    }

    /** What stands at a path written with dots. */
    static Optional<Node> at(Node root, String path) {
        return at(root, Arrays.asList(path.split("\\.")));
    }

    /** The mapping at a path, empty when there is none. */
    static Node.Mapping mapping(Node root, String path) {
        return at(root, path).orElse(null) instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(root.line(), Map.of());
    }

    /** The scalar at a path as text, empty when there is none. */
    static String scalar(Node root, String path) {
        return at(root, path).orElse(null) instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    /** A tree with one node at a path. */
    static Node.Mapping nested(Node node, String path) {
        String[] keys = path.split("\\.");
        Object value = node;
        for (int i = keys.length - 1; i >= 0; i--) {
            value = Nodes.map(keys[i], value);
        }
        return (Node.Mapping) Nodes.of(node.line(), value);
    }

    /** One tree over another of the same source: what takes a field away stays to be seen. */
    static Node.Mapping join(Node.Mapping base, Node.Mapping over) {
        Map<String, Node> entries = new LinkedHashMap<>(base.entries());
        over.entries()
                .forEach((key, value) -> entries.merge(
                        key,
                        value,
                        (old, added) -> old instanceof Node.Mapping inner && added instanceof Node.Mapping outer
                                ? join(inner, outer)
                                : added));
        return new Node.Mapping(over.line(), entries);
    }

    /** A value for people: scalars as they are, lists and mappings as JSON-like flow. */
    static String text(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(Trees::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Node.Mapping) node)
                .entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
