package dev.dsctl.model.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes that weren't read but made, for objects that dsctl completes. */
public final class Nodes {

    private Nodes() {}

    /**
     * A value as a node at a line.
     *
     * @param value a text, number, boolean, list, map with text keys, or a node, which is taken as it is
     */
    public static Node of(int line, Object value) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Node> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put((String) key, of(line, item)));
            return new Node.Mapping(line, entries);
        }
        if (value instanceof List<?> list) {
            List<Node> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(of(line, item)));
            return new Node.Sequence(line, items);
        }
        Object scalar = value instanceof Integer number ? (Object) number.longValue() : value;
        return new Node.Scalar(line, scalar, String.valueOf(value));
    }

    /** Keys and values in turn as a map in that order. */
    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** A mapping with some fields set; those it had keep their place. */
    public static Node.Mapping with(Node.Mapping mapping, Map<String, ?> fields) {
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        fields.forEach((key, value) -> entries.put(key, of(mapping.line(), value)));
        return new Node.Mapping(mapping.line(), entries);
    }

    /** The mapping under a key, empty when there is none. */
    public static Node.Mapping mapping(Node.Mapping parent, String key) {
        return parent.entries().get(key) instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(parent.line(), Map.of());
    }
}
