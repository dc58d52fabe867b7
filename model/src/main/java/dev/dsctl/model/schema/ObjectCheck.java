package dev.dsctl.model.schema;

import dev.dsctl.model.manifest.Mistyped;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.schema.SchemaType.Field;
import dev.dsctl.model.schema.SchemaType.Range;
import dev.dsctl.model.schema.SchemaType.Struct;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds one object against its schema. A null counts as absent, as the API server drops it. */
final class ObjectCheck {

    private static final Set<String> TYPE = Set.of("apiVersion", "kind", "metadata");
    private static final Set<String> METADATA = Set.of(
            "annotations",
            "clusterName",
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "finalizers",
            "generateName",
            "generation",
            "labels",
            "managedFields",
            "name",
            "namespace",
            "ownerReferences",
            "resourceVersion",
            "selfLink",
            "uid");

    private final Schema schema;
    private final String file;
    private final Problems problems;
    private final StringBuilder path = new StringBuilder();
    private boolean fits = true;

    ObjectCheck(Schema schema, String file, Problems problems) {
        this.schema = schema;
        this.file = file;
        this.problems = problems;
    }

    boolean fits(Node.Mapping object) {
        if (object.entries().get("metadata") instanceof Node.Mapping metadata) {
            for (Map.Entry<String, Node> entry : metadata.entries().entrySet()) {
                if (!METADATA.contains(entry.getKey())) {
                    unknown("metadata." + entry.getKey(), entry.getKey(), METADATA, entry.getValue());
                }
            }
        }
        struct(schema.root(), object, TYPE);
        return fits;
    }

    private void error(Node at, String message) {
        fits = false;
        problems.error(new SourceRef(file, at.line()), message);
    }

    private void fault(Node at, String message) {
        error(at, (path.length() == 0 ? "" : path + ": ") + message);
    }

    /** One without a value changes nothing, whatever it was meant to be: {@code {retryOn: 5xx,reset}} has such a {@code reset}. */
    private void unknown(String where, String name, Set<String> known, Node at) {
        String message = "unknown field \"" + where + "\"" + Suggestion.text(name, known);
        boolean later = schema.openness() == Schema.Openness.OPEN
                && Suggestion.of(name, known).isEmpty();
        if (later || isNull(at)) {
            problems.warning(new SourceRef(file, at.line()), message);
        } else {
            error(at, message);
        }
    }

    private void struct(Struct type, Node.Mapping object, Set<String> besides) {
        for (Map.Entry<String, Node> entry : object.entries().entrySet()) {
            Field field = type.fields().get(entry.getKey());
            if (field != null) {
                if (!(field.type() instanceof SchemaType.Any) && !isNull(entry.getValue())) {
                    int length = enter(entry.getKey());
                    value(field.type(), entry.getValue());
                    path.setLength(length);
                }
            } else if (!besides.contains(entry.getKey())) {
                int length = enter(entry.getKey());
                unknown(path.toString(), entry.getKey(), type.fields().keySet(), entry.getValue());
                path.setLength(length);
            }
        }
        for (String field : type.required()) {
            if (isNull(object.entries().get(field))) {
                int length = enter(field);
                fault(object, "must be given");
                path.setLength(length);
            }
        }
        for (SchemaType.Rule rule : type.rules()) {
            if (!rule.holds().test(object)) {
                fault(object, rule.message());
            }
        }
    }

    /** Adds a field's name to the path; the path is set back to the returned length afterwards. */
    private int enter(String name) {
        int length = path.length();
        path.append(length == 0 ? "" : ".").append(name);
        return length;
    }

    private void value(SchemaType type, Node node) {
        if (type instanceof SchemaType.Named named) {
            value(schema.types().get(named.name()), node);
        } else if (type instanceof Struct struct) {
            if (node instanceof Node.Mapping mapping) {
                struct(struct, mapping, Set.of());
            } else {
                mistyped("a mapping", node);
            }
        } else if (type instanceof SchemaType.Items items) {
            items(items, node);
        } else if (type instanceof SchemaType.Entries entries) {
            entries(entries, node);
        } else if (!(type instanceof SchemaType.Any)) {
            scalar(type, node);
        }
    }

    private void mistyped(String expected, Node found) {
        error(found, Mistyped.message(path.toString(), expected, found));
    }

    private void items(SchemaType.Items type, Node node) {
        if (!(node instanceof Node.Sequence list)) {
            mistyped("a list", node);
            return;
        }
        size(type.size(), list.items().size(), node);
        Set<String> seen = new HashSet<>(0);
        int length = path.length();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            path.append('[').append(i).append(']');
            value(type.item(), item);
            for (String key : type.keys()) {
                if (item instanceof Node.Mapping mapping
                        && mapping.entries().get(key) instanceof Node.Scalar value
                        && !seen.add(key + " " + value.text())) {
                    error(value, path + "." + key + ": duplicate " + key + " " + value.text());
                }
            }
            path.setLength(length);
        }
    }

    private void entries(SchemaType.Entries type, Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            mistyped("a mapping", node);
            return;
        }
        size(type.size(), mapping.entries().size(), node);
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            int length = enter(entry.getKey());
            String fault = type.keys().fault(entry.getKey());
            if (fault != null) {
                fault(entry.getValue(), fault);
            }
            if (!isNull(entry.getValue())) {
                value(type.value(), entry.getValue());
            }
            path.setLength(length);
        }
    }

    private void size(Range allowed, int size, Node node) {
        if (!allowed.contains(size)) {
            fault(node, "must have " + allowed.text() + " entries, has " + size);
        }
    }

    private void scalar(SchemaType type, Node node) {
        Object value = node instanceof Node.Scalar scalar ? scalar.value() : null;
        if (type instanceof SchemaType.Flag) {
            if (!(value instanceof Boolean)) {
                mistyped("true or false", node);
            }
        } else if (type instanceof SchemaType.Whole whole) {
            if (!(value instanceof Long number)) {
                mistyped("a whole number", node);
            } else if (!whole.range().contains(number)) {
                fault(node, "must be " + whole.range().text() + ", is " + number);
            }
        } else if (type instanceof SchemaType.Decimal decimal) {
            if (!(value instanceof Number number)) {
                mistyped("a number", node);
            } else if (!decimal.range().contains(number.doubleValue())) {
                fault(node, "must be " + decimal.range().text() + ", is " + ((Node.Scalar) node).text());
            }
        } else if (!(value instanceof String text)) {
            mistyped("a string", node);
        } else if (type instanceof SchemaType.OneOf choice) {
            oneOf(choice, text, node);
        } else {
            text((SchemaType.Text) type, text, node);
        }
    }

    private void oneOf(SchemaType.OneOf type, String text, Node node) {
        if (!type.words().contains(text)) {
            fault(
                    node,
                    "unsupported value \"" + text + "\"; supported values: \"" + String.join("\", \"", type.words())
                            + "\"");
        }
    }

    private void text(SchemaType.Text type, String text, Node node) {
        String fault = type.format().fault(text);
        if (!type.length().contains(text.length())) {
            fault(
                    node,
                    text.isEmpty()
                            ? "must not be empty"
                            : "must not be longer than " + type.length().highest() + " characters, has "
                                    + text.length());
        } else if (fault != null) {
            fault(node, fault + ", is '" + text + "'");
        } else if (type.pattern() != null && !type.pattern().matcher(text).find()) {
            fault(node, "must match " + type.pattern() + ", is '" + text + "'");
        }
    }

    private static boolean isNull(Node node) {
        return node == null || (node instanceof Node.Scalar scalar && scalar.value() == null);
    }
}
