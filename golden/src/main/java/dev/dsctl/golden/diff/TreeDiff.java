package dev.dsctl.golden.diff;

import dev.dsctl.golden.diff.FieldChange.Lines;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.render.ResourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The differences inside one resource. */
final class TreeDiff {

    private static final String TYPE = "@type";

    /** Lists that are sets, by the keys that lead to them. */
    private static final Set<String> FREE_IN_ROUTES = Set.of("virtualHosts");

    private static final Set<String> FREE_IN_ENDPOINTS = Set.of("endpoints", "endpoints.lbEndpoints");
    private static final Set<String> FREE_IN_CLUSTERS =
            Set.of("loadAssignment.endpoints", "loadAssignment.endpoints.lbEndpoints");

    private final Set<String> free;
    private final List<FieldChange> found = new ArrayList<>();

    private TreeDiff(ResourceKind kind) {
        this.free = switch (kind) {
            case LISTENERS -> Set.of();
            case CLUSTERS -> FREE_IN_CLUSTERS;
            case ROUTES -> FREE_IN_ROUTES;
            case ENDPOINTS -> FREE_IN_ENDPOINTS;
        };
    }

    /** What differs, addresses first: they are what dual stack changes. */
    static List<FieldChange> between(ResourceKind kind, JsonObject before, JsonObject after) {
        TreeDiff diff = new TreeDiff(kind);
        diff.compare(FieldPath.ROOT, before, after);
        diff.found.sort(Comparator.comparing(change -> !AddressPaths.isAddress(change.path())));
        return diff.found;
    }

    private void compare(FieldPath path, Json before, Json after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof JsonObject old && after instanceof JsonObject now) {
            compareObjects(path, old, now);
        } else if (before instanceof JsonArray old && after instanceof JsonArray now) {
            compareLists(path, old, now);
        } else {
            add(path, Change.CHANGED, before, after);
        }
    }

    private void compareObjects(FieldPath path, JsonObject before, JsonObject after) {
        Json type = before.get(TYPE);
        Json otherType = after.get(TYPE);
        if (type != null && otherType != null && !type.equals(otherType)) {
            // Fields of two message types have nothing to do with each other.
            if (before.equals(after.with(TYPE, type))) {
                add(path.key(TYPE), Change.CHANGED, type, otherType);
            } else {
                add(path, Change.CHANGED, before, after);
            }
            return;
        }
        for (int i = 0; i < before.keys().size(); i++) {
            String key = before.keys().get(i);
            Json old = before.values().get(i);
            Json now = after.get(key);
            if (now != null) {
                compare(path.key(key), old, now);
            } else if (!isAbsence(path.key(key), old)) {
                found.add(
                        new FieldChange(path.key(key), Change.REMOVED, old, null, new Lines(old.line(), after.line())));
            }
        }
        for (int i = 0; i < after.keys().size(); i++) {
            String key = after.keys().get(i);
            Json now = after.values().get(i);
            if (before.get(key) == null && !isAbsence(path.key(key), now)) {
                found.add(
                        new FieldChange(path.key(key), Change.ADDED, null, now, new Lines(before.line(), now.line())));
            }
        }
    }

    /** An empty repeated field isn't on the wire; these lists are written all the same by some tools. In a Struct, an empty list is a value. */
    private boolean isAbsence(FieldPath path, Json value) {
        return value instanceof JsonArray array && array.items().isEmpty() && free.contains(path.keys());
    }

    private void compareLists(FieldPath path, JsonArray before, JsonArray after) {
        boolean isFree = free.contains(path.keys());
        Alignment alignment = isFree
                ? Alignment.free(before.items(), after.items())
                : Alignment.ordered(before.items(), after.items());
        List<String> labels = Labels.distinct(before.items());
        List<String> labelsAfter = Labels.distinct(after.items());
        List<Alignment.Pair> pairs = alignment.pairs();
        if (!isFree && alignment.isReordered()) {
            found.add(new FieldChange(
                    path,
                    Change.REORDERED,
                    names(pairs, before, Comparator.comparingInt(Alignment.Pair::before)),
                    names(pairs, before, Comparator.comparingInt(Alignment.Pair::after)),
                    new Lines(before.line(), after.line())));
        }
        for (Alignment.Pair pair : pairs) {
            String label = pair.before() >= 0 ? labels.get(pair.before()) : labelsAfter.get(pair.after());
            FieldPath element = path.element(new Step.Element(label, pair.before(), pair.after()));
            Json old = pair.before() < 0 ? null : before.items().get(pair.before());
            Json now = pair.after() < 0 ? null : after.items().get(pair.after());
            if (old != null && now != null) {
                compare(element, old, now);
            } else if (old != null) {
                found.add(new FieldChange(element, Change.REMOVED, old, null, new Lines(old.line(), after.line())));
            } else {
                found.add(new FieldChange(element, Change.ADDED, null, now, new Lines(before.line(), now.line())));
            }
        }
    }

    private void add(FieldPath path, Change change, Json before, Json after) {
        found.add(new FieldChange(path, change, before, after, new Lines(before.line(), after.line())));
    }

    /** The common elements in the order of one side, by what they are called on the first. */
    private static JsonArray names(List<Alignment.Pair> pairs, JsonArray before, Comparator<Alignment.Pair> order) {
        List<String> labels = Labels.distinct(before.items());
        return JsonArray.ofStrings(pairs.stream()
                .filter(pair -> pair.before() >= 0 && pair.after() >= 0)
                .sorted(order)
                .map(pair -> name(before.items().get(pair.before()), labels.get(pair.before()), pair.before()))
                .toList());
    }

    private static String name(Json element, String label, int index) {
        if (!label.isEmpty()) {
            return label;
        }
        return element instanceof JsonScalar scalar ? scalar.text() : "[" + index + "]";
    }
}
