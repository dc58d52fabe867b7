package dev.dsctl.golden.corpus;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.golden.tree.JsonText;
import java.util.ArrayList;
import java.util.List;

/** JSON for reading: a value stands on one line if it fits, else each of its members on one of its own. */
final class FittedJson {

    private static final int WIDTH = 140;

    private FittedJson() {}

    /** The text, with a newline at the end. */
    static String text(Json value) {
        StringBuilder text = new StringBuilder();
        append(text, value, 0, 0);
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, Json value, int indent, int used) {
        String line = JsonText.compact(value);
        if (value instanceof JsonScalar || indent + used + line.length() <= WIDTH) {
            text.append(line);
            return;
        }
        List<String> labels = new ArrayList<>();
        List<Json> members;
        if (value instanceof JsonObject object) {
            object.keys().forEach(key -> labels.add(JsonText.compact(JsonScalar.string(key)) + ": "));
            members = object.values();
        } else {
            members = ((JsonArray) value).items();
            members.forEach(member -> labels.add(""));
        }
        text.append(value instanceof JsonObject ? '{' : '[');
        for (int i = 0; i < members.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(" ".repeat(indent + 2)).append(labels.get(i));
            append(text, members.get(i), indent + 2, labels.get(i).length());
        }
        text.append('\n').append(" ".repeat(indent)).append(value instanceof JsonObject ? '}' : ']');
    }
}
