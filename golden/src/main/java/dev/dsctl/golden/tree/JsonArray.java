package dev.dsctl.golden.tree;

import java.util.List;

/** A list of values. */
public final class JsonArray implements Json {

    private final List<Json> items;
    private final int line;
    private final int hash;

    /** The items in order, and the line of the opening bracket. */
    public JsonArray(List<Json> items, int line) {
        this.items = List.copyOf(items);
        this.line = line;
        this.hash = mixed(this.items.hashCode());
    }

    private static int mixed(int hash) {
        return hash * 0x9E3779B1 + 1;
    }

    /** A list of strings that was not read from a file. */
    public static JsonArray ofStrings(List<String> texts) {
        return new JsonArray(texts.stream().<Json>map(JsonScalar::string).toList(), 0);
    }

    /** The items in order. */
    public List<Json> items() {
        return items;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof JsonArray that && hash == that.hash && items.equals(that.items));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }
}
