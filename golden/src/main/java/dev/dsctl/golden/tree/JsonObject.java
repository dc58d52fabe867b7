package dev.dsctl.golden.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A JSON object: entries in the order written. */
public final class JsonObject implements Json {

    // Most objects have a handful of keys, and a snapshot of a large mesh has millions of objects: two arrays take a
    // third of what a map does.
    private final String[] keys;
    private final Json[] values;
    private final int line;
    private final int hash;

    private JsonObject(String[] keys, Json[] values, int line) {
        this.keys = keys;
        this.values = values;
        this.line = line;
        int sum = 0;
        for (int i = 0; i < keys.length; i++) {
            sum += (31 * keys[i].hashCode() ^ values[i].hashCode()) * 0x9E3779B1;
        }
        this.hash = sum + keys.length;
    }

    /** From entries in order, and the line of the opening brace. */
    public static JsonObject of(Map<String, Json> entries, int line) {
        return new JsonObject(
                entries.keySet().toArray(String[]::new), entries.values().toArray(Json[]::new), line);
    }

    /** From entries in order, not read from a file. */
    public static JsonObject of(Map<String, Json> entries) {
        return of(entries, 0);
    }

    /** From keys and their values, without repeated keys. */
    static JsonObject of(List<String> keys, List<Json> values, int line) {
        return new JsonObject(keys.toArray(String[]::new), values.toArray(Json[]::new), line);
    }

    /** The keys in order. */
    public List<String> keys() {
        return Collections.unmodifiableList(Arrays.asList(keys));
    }

    /** The values in order. */
    public List<Json> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The value of a key, null when there is none. */
    public Json get(String key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return values[i];
            }
        }
        return null;
    }

    /** The text of a scalar, empty when the key is absent or not a scalar. */
    public String text(String key) {
        return get(key) instanceof JsonScalar scalar ? scalar.text() : "";
    }

    /** A nested object by its keys, null when one of them is absent or not an object. */
    public JsonObject object(String... path) {
        JsonObject at = this;
        for (String key : path) {
            if (!(at.get(key) instanceof JsonObject next)) {
                return null;
            }
            at = next;
        }
        return at;
    }

    /** The items of a list, none when the key is absent or not a list. */
    public List<Json> items(String key) {
        return get(key) instanceof JsonArray array ? array.items() : List.of();
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof JsonObject that && hash == that.hash && sameEntries(that));
    }

    private boolean sameEntries(JsonObject that) {
        if (keys.length != that.keys.length) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            Json other = keys[i].equals(that.keys[i]) ? that.values[i] : that.get(keys[i]);
            if (!values[i].equals(other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }

    /** This object with one entry replaced in its place. */
    public JsonObject with(String key, Json value) {
        List<Json> changed = new ArrayList<>(values());
        changed.set(keys().indexOf(key), value);
        return of(keys(), changed, line);
    }
}
