package dev.dsctl.golden.folder;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.model.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was written in a manifest, as JSON. */
public final class NodeTree {

    private NodeTree() {}

    /** The same value. */
    public static Json of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Json> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, of(value)));
            return JsonObject.of(entries);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Json> items = sequence.items().stream().map(NodeTree::of).toList();
            return new JsonArray(items, 0);
        }
        Object value = ((Node.Scalar) node).value();
        return value instanceof String text
                ? JsonScalar.string(text)
                : JsonText.read(String.valueOf(value).getBytes(StandardCharsets.UTF_8), "");
    }
}
