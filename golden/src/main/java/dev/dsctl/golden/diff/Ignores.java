package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.render.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a comparison leaves out: both sides are compared as if what a pattern matches weren't there.
 *
 * @param patterns in the order given
 */
public record Ignores(List<PathPattern> patterns) {

    /** Everything counts. */
    public static final Ignores NONE = new Ignores(List.of());

    public Ignores {
        patterns = List.copyOf(patterns);
    }

    /**
     * From pattern texts.
     *
     * @throws IllegalArgumentException when one isn't a pattern, saying why
     */
    public static Ignores of(List<String> patterns) {
        return new Ignores(patterns.stream().map(PathPattern::of).toList());
    }

    /** Whether a resource is left out as a whole. */
    boolean resource(ResourceKind kind, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(resourceSteps(kind, name)));
    }

    /** A resource without what is left out; the same object when nothing is. */
    JsonObject without(ResourceKind kind, String name, JsonObject resource) {
        if (patterns.isEmpty()) {
            return resource;
        }
        return (JsonObject) pruned(resource, new ArrayList<>(resourceSteps(kind, name)));
    }

    private static List<PathPattern.Part> resourceSteps(ResourceKind kind, String name) {
        return List.of(PathPattern.Part.key(kind.key()), PathPattern.Part.element(name));
    }

    private Json pruned(Json value, List<PathPattern.Part> way) {
        if (value instanceof JsonObject object) {
            return prunedObject(object, way);
        }
        return value instanceof JsonArray array ? prunedArray(array, way) : value;
    }

    private Json prunedObject(JsonObject object, List<PathPattern.Part> way) {
        Map<String, Json> kept = new LinkedHashMap<>();
        boolean same = true;
        for (int i = 0; i < object.keys().size(); i++) {
            String key = object.keys().get(i);
            Json value = object.values().get(i);
            Json rest = prunedAt(value, PathPattern.Part.key(key), way);
            same &= rest == value;
            if (rest != null) {
                kept.put(key, rest);
            }
        }
        return same ? object : JsonObject.of(kept, object.line());
    }

    private Json prunedArray(JsonArray array, List<PathPattern.Part> way) {
        List<String> labels = Labels.distinct(array.items());
        List<Json> kept = new ArrayList<>();
        boolean same = true;
        for (int i = 0; i < array.items().size(); i++) {
            Json value = array.items().get(i);
            String label = labels.get(i).isEmpty() ? Integer.toString(i) : labels.get(i);
            Json rest = prunedAt(value, PathPattern.Part.element(label), way);
            same &= rest == value;
            if (rest != null) {
                kept.add(rest);
            }
        }
        return same ? array : new JsonArray(kept, array.line());
    }

    private Json prunedAt(Json value, PathPattern.Part step, List<PathPattern.Part> way) {
        way.add(step);
        Json rest = patterns.stream().anyMatch(pattern -> pattern.matches(way)) ? null : pruned(value, way);
        way.remove(way.size() - 1);
        return rest;
    }
}
