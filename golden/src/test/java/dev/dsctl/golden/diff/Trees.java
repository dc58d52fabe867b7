package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.golden.tree.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Finds places in trees and changes them. */
final class Trees {

    private Trees() {}

    static JsonObject parse(String json) {
        return (JsonObject) JsonText.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "test");
    }

    /** JSON pointers of all scalars and of empty objects and lists. */
    static List<String> leaves(Json root) {
        List<String> found = new ArrayList<>();
        walk(root, "", (pointer, value) -> {
            boolean leaf = value instanceof JsonScalar
                    || (value instanceof JsonObject object && object.keys().isEmpty())
                    || (value instanceof JsonArray array && array.items().isEmpty());
            if (leaf) {
                found.add(pointer);
            }
        });
        return found;
    }

    /** JSON pointers of all lists with at least two elements. */
    static List<String> lists(Json root) {
        List<String> found = new ArrayList<>();
        walk(root, "", (pointer, value) -> {
            if (value instanceof JsonArray array && array.items().size() > 1) {
                found.add(pointer);
            }
        });
        return found;
    }

    private interface Visitor {
        void visit(String pointer, Json value);
    }

    private static void walk(Json value, String pointer, Visitor visitor) {
        visitor.visit(pointer, value);
        if (value instanceof JsonObject object) {
            for (int i = 0; i < object.keys().size(); i++) {
                String key = object.keys().get(i).replace("~", "~0").replace("/", "~1");
                walk(object.values().get(i), pointer + "/" + key, visitor);
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                walk(array.items().get(i), pointer + "/" + i, visitor);
            }
        }
    }

    /** A copy in which the value at a pointer is another; null removes it. */
    static Json with(Json root, String pointer, UnaryOperator<Json> change) {
        if (pointer.isEmpty()) {
            return change.apply(root);
        }
        int end = pointer.indexOf('/', 1);
        String head = pointer.substring(1, end < 0 ? pointer.length() : end);
        String rest = end < 0 ? "" : pointer.substring(end);
        if (root instanceof JsonArray array) {
            List<Json> items = new ArrayList<>(array.items());
            int index = Integer.parseInt(head);
            Json changed = with(items.remove(index), rest, change);
            if (changed != null) {
                items.add(index, changed);
            }
            return new JsonArray(items, 0);
        }
        JsonObject object = (JsonObject) root;
        String key = head.replace("~1", "/").replace("~0", "~");
        Map<String, Json> entries = new LinkedHashMap<>();
        for (int i = 0; i < object.keys().size(); i++) {
            String each = object.keys().get(i);
            Json value = each.equals(key)
                    ? with(object.values().get(i), rest, change)
                    : object.values().get(i);
            if (value != null) {
                entries.put(each, value);
            }
        }
        return JsonObject.of(entries);
    }
}
