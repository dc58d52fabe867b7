package dev.dsctl.model.manifest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed access to the fields of one mapping. A value of the wrong type is recorded as an error and the fallback is returned, so that a
 * caller can go on and find the next problem. A field whose value is null counts as absent, as it does for the API server.
 *
 * <p>Every look remembers that the field was read; {@link #unread} tells what nobody asked for. Looking at the same field again gives the
 * same {@code Fields}, and doesn't repeat its errors. Not for use by several threads.
 */
public final class Fields {

    private final FieldMap entries;
    private final String path;
    private final SourceRef at;
    private final Problems problems;
    private final State[] states;
    private Object[] children;

    /** What has happened to a field. */
    private enum State {
        READ,
        REPORTED
    }

    /** A field that nobody read: where it stands in its object, for instance {@code spec.ports[0].nodePort}, and in the input. */
    public record Unread(String path, SourceRef at) {}

    private Fields(Node.Mapping mapping, String path, SourceRef at, Problems problems) {
        this.entries = FieldMap.of(mapping.entries());
        this.path = path;
        this.at = at;
        this.problems = problems;
        this.states = new State[entries.size()];
    }

    /** The fields of a whole object. For Istio's resources the same each time, so that {@link Unhonoured} knows what was read. */
    public static Fields of(Manifest manifest, Problems problems) {
        return Unhonoured.concerns(manifest)
                ? problems.fields(manifest)
                : of(manifest.root(), manifest.source().file(), problems);
    }

    /** The fields of a mapping in a file. */
    public static Fields of(Node.Mapping root, String file, Problems problems) {
        return new Fields(root, "", new SourceRef(file, root.line()), problems);
    }

    /** No fields at all. */
    public static Fields empty() {
        return new Fields(new Node.Mapping(0, FieldMap.EMPTY), "", new SourceRef("", 0), new Problems());
    }

    /** Where the mapping stands; for an absent one, where its parent does. */
    public SourceRef at() {
        return at;
    }

    /** Where a field stands, or the mapping when the field is absent. */
    public SourceRef at(String key) {
        int index = entries.indexOf(key);
        return index < 0 ? at : new SourceRef(at.file(), entries.valueAt(index).line());
    }

    /** The path from the object's root: {@code spec.ports[0]}, empty for the root. */
    public String path() {
        return path;
    }

    /** The path of a field. */
    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Whether the field has a value; doesn't count as reading it. */
    public boolean has(String key) {
        int index = entries.indexOf(key);
        return index >= 0 && !isNull(entries.valueAt(index));
    }

    /** Whether no field has a value. */
    public boolean isEmpty() {
        for (int i = 0; i < entries.size(); i++) {
            if (!isNull(entries.valueAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The fields that have a value, in the order written; doesn't count as reading them. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (!isNull(entries.valueAt(i))) {
                keys.add(entries.keyAt(i));
            }
        }
        return keys;
    }

    /** The value as it was written, empty when absent. All that is in it counts as read. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(value(key));
    }

    /** A string, empty when absent. */
    public String string(String key) {
        return string(key, "");
    }

    /** A string, the fallback when absent. */
    public String string(String key, String fallback) {
        Node node = value(key);
        if (node == null) {
            return fallback;
        }
        String text = text(node);
        if (text == null) {
            mistyped(key, path(key), "a string", node);
            return fallback;
        }
        return text;
    }

    /** A string if there is one. */
    public Optional<String> optionalString(String key) {
        return Optional.ofNullable(string(key, null));
    }

    /** A string that must be there and not be empty; an error and the empty string when it isn't. */
    public String requiredString(String key) {
        String text = string(key, "");
        if (text.isEmpty() && (!has(key) || isString(key))) {
            missing(key);
        }
        return text;
    }

    boolean isString(String key) {
        int index = entries.indexOf(key);
        return index >= 0 && text(entries.valueAt(index)) != null;
    }

    /** A whole number within bounds, the fallback when absent. */
    public int integer(String key, int fallback, int lowest, int highest) {
        Node node = value(key);
        if (node == null) {
            return fallback;
        }
        if (!(node instanceof Node.Scalar scalar && scalar.value() instanceof Long number)) {
            mistyped(key, path(key), "a whole number", node);
            return fallback;
        }
        if (number < lowest || number > highest) {
            once(key, path(key) + ": must be between " + lowest + " and " + highest + ", is " + number, node);
            settle(key);
            return fallback;
        }
        return number.intValue();
    }

    /** A port number, 0 when absent. */
    public int port(String key) {
        return integer(key, 0, 1, 65535);
    }

    /** A number, the fallback when absent. */
    public double number(String key, double fallback) {
        Node node = value(key);
        if (node == null) {
            return fallback;
        }
        if (!(node instanceof Node.Scalar scalar && scalar.value() instanceof Number number)) {
            mistyped(key, path(key), "a number", node);
            return fallback;
        }
        return number.doubleValue();
    }

    /** True or false, the fallback when absent. */
    public boolean bool(String key, boolean fallback) {
        Node node = value(key);
        if (node == null) {
            return fallback;
        }
        if (!(node instanceof Node.Scalar scalar && scalar.value() instanceof Boolean flag)) {
            mistyped(key, path(key), "true or false", node);
            return fallback;
        }
        return flag;
    }

    /** A duration such as {@code 5s} or {@code 1h30m}, empty when absent. */
    public Optional<Duration> duration(String key) {
        String text = string(key, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            error(key, "must be a duration such as 5s or 1m30s, is '" + text + "'");
        }
        return duration;
    }

    /** The fields of a mapping, none when absent. */
    public Fields fields(String key) {
        int index = entries.indexOf(key);
        Node node = value(key);
        if (node == null) {
            return none(key);
        }
        if (children != null && children[index] instanceof Fields known) {
            return known;
        }
        Fields fields;
        if (node instanceof Node.Mapping mapping) {
            fields = new Fields(mapping, path(key), at(key), problems);
        } else {
            mistyped(key, path(key), "a mapping", node);
            fields = none(key);
        }
        remember(index, fields);
        return fields;
    }

    private Fields none(String key) {
        return new Fields(new Node.Mapping(at.line(), FieldMap.EMPTY), path(key), at(key), problems);
    }

    /** The mappings in a list, none when absent. */
    @SuppressWarnings("unchecked")
    public List<Fields> list(String key) {
        int index = entries.indexOf(key);
        Node node = value(key);
        if (node == null) {
            return List.of();
        }
        if (children != null && children[index] instanceof List<?> known) {
            return (List<Fields>) known;
        }
        List<Fields> list = new ArrayList<>();
        List<Node> items = items(key, node);
        for (int i = 0; i < items.size(); i++) {
            String itemPath = path(key) + "[" + i + "]";
            if (items.get(i) instanceof Node.Mapping mapping) {
                list.add(new Fields(mapping, itemPath, new SourceRef(at.file(), mapping.line()), problems));
            } else {
                mistypedItem(key, itemPath, "a mapping", items.get(i));
            }
        }
        List<Fields> result = List.copyOf(list);
        remember(index, result);
        return result;
    }

    /** The strings in a list, none when absent. */
    public List<String> strings(String key) {
        Node node = value(key);
        if (node == null) {
            return List.of();
        }
        List<Node> items = items(key, node);
        List<String> strings = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            String text = text(items.get(i));
            if (text == null) {
                mistypedItem(key, path(key) + "[" + i + "]", "a string", items.get(i));
            } else {
                strings.add(text);
            }
        }
        settle(key);
        return List.copyOf(strings);
    }

    /** A mapping of strings to strings in the order written, empty when absent: labels, annotations, selectors. */
    public Map<String, String> stringMap(String key) {
        Node node = value(key);
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof Node.Mapping mapping)) {
            mistyped(key, path(key), "a mapping", node);
            return Map.of();
        }
        FieldMap inner = FieldMap.of(mapping.entries());
        Map<String, String> map = new java.util.LinkedHashMap<>(inner.size() * 2);
        for (int i = 0; i < inner.size(); i++) {
            Node value = inner.valueAt(i);
            String text = isNull(value) ? "" : text(value);
            if (text == null) {
                mistypedItem(key, path(key) + "." + inner.keyAt(i), "a string", value);
            } else {
                map.put(inner.keyAt(i), text);
            }
        }
        settle(key);
        return java.util.Collections.unmodifiableMap(map);
    }

    /** Says that a field is read, for fields that have no effect on purpose. */
    public Fields ignore(String... keys) {
        for (String key : keys) {
            value(key);
        }
        return this;
    }

    /** Records what is wrong with the mapping. */
    public void error(String message) {
        problems.error(at, path.isEmpty() ? message : path + ": " + message);
    }

    /** Records what is wrong with a field. */
    public void error(String key, String message) {
        problems.error(at(key), path(key) + ": " + message);
    }

    /** Records what is suspicious about a field, or has no effect. */
    public void warning(String key, String message) {
        problems.warning(at(key), path(key) + ": " + message);
    }

    /** Records that a field should be there. */
    public void missing(String key) {
        error(key, "must be given");
    }

    /**
     * What nobody has read, outermost fields only, in the order written. A mapping or list that was opened counts by what is in it; one
     * that was never looked at is one entry.
     */
    public List<Unread> unread() {
        List<Unread> unread = new ArrayList<>();
        collectUnread(unread);
        return unread;
    }

    private void collectUnread(List<Unread> unread) {
        for (int i = 0; i < entries.size(); i++) {
            if (states[i] == null) {
                if (!isNull(entries.valueAt(i))) {
                    unread.add(new Unread(
                            path(entries.keyAt(i)),
                            new SourceRef(at.file(), entries.valueAt(i).line())));
                }
            } else if (children != null && children[i] instanceof Fields fields) {
                fields.collectUnread(unread);
            } else if (children != null && children[i] instanceof List<?> list) {
                list.forEach(item -> ((Fields) item).collectUnread(unread));
            }
        }
    }

    private void remember(int index, Object child) {
        if (children == null) {
            children = new Object[entries.size()];
        }
        children[index] = child;
    }

    /** The value of a field, null when it has none; marks it as read. */
    private Node value(String key) {
        int index = entries.indexOf(key);
        if (index < 0) {
            return null;
        }
        if (states[index] == null) {
            states[index] = State.READ;
        }
        Node node = entries.valueAt(index);
        return isNull(node) ? null : node;
    }

    private List<Node> items(String key, Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        mistyped(key, path(key), "a list", node);
        return List.of();
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.value() == null;
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar && scalar.value() instanceof String text ? text : null;
    }

    private void mistyped(String key, String where, String expected, Node found) {
        once(key, Mistyped.message(where, expected, found), found);
        settle(key);
    }

    private void mistypedItem(String key, String where, String expected, Node found) {
        once(key, Mistyped.message(where, expected, found), found);
    }

    private void once(String key, String message, Node found) {
        if (states[entries.indexOf(key)] != State.REPORTED) {
            problems.error(new SourceRef(at.file(), found.line()), message);
        }
    }

    /** From here on nothing more is said about the types in this field. */
    private void settle(String key) {
        states[entries.indexOf(key)] = State.REPORTED;
    }
}
