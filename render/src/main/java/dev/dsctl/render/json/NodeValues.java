package dev.dsctl.render.json;

import dev.dsctl.model.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a manifest says as JSON values. */
public final class NodeValues {

    private NodeValues() {}

    /** A mapping as an object. */
    public static JsonObject of(Node.Mapping mapping) {
        Map<String, Object> members = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> members.put(key, value(value)));
        return new JsonObject(mapping.line(), members);
    }

    private static Object value(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return of(mapping);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Object> items = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> items.add(value(item)));
            return items;
        }
        return ((Node.Scalar) node).value();
    }
}
