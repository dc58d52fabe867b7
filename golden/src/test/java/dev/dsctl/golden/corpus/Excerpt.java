package dev.dsctl.golden.corpus;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of an answer that a case is about: whole messages, or what lies under a name inside them.
 *
 * <p>A part is written as names from the outside in, {@code 0.0.0.0_8080 > envoy.filters.http.rbac}: each stands for every object that
 * has it as its {@code name}, and for every field that is called so. What is found is listed with where it was; equal finds stand
 * once. Lists whose order is free are sorted first.
 */
final class Excerpt {

    private static final JsonScalar ABSENT = JsonScalar.string("not sent");

    private static final Set<String> FREE = Set.of("virtualHosts", "lbEndpoints", "endpoints");

    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private final Map<String, Json> values = new LinkedHashMap<>();

    private Excerpt() {}

    /** The messages of one kind that a case shows, by name; one that isn't there is {@link #ABSENT}. */
    static Json of(Json messages, Map<String, List<String>> shown) {
        Map<String, Json> excerpts = new LinkedHashMap<>();
        shown.forEach((name, parts) -> excerpts.put(name, of(named(messages, name), parts)));
        return JsonObject.of(excerpts);
    }

    private static Json named(Json messages, String name) {
        return ((JsonArray) messages)
                .items().stream()
                        .filter(message -> nameOf(message).equals(name))
                        .findFirst()
                        .map(message -> sorted(message, ""))
                        .orElse(null);
    }

    private static Json of(Json message, List<String> parts) {
        if (message == null) {
            return ABSENT;
        }
        if (parts.isEmpty()) {
            return message;
        }
        Map<String, Json> excerpts = new LinkedHashMap<>();
        parts.forEach(part -> excerpts.put(part, part(message, List.of(part.split(" > ")))));
        return JsonObject.of(excerpts);
    }

    private static Json part(Json message, List<String> names) {
        Excerpt excerpt = new Excerpt();
        excerpt.search(message, "", names);
        List<Json> entries = new ArrayList<>();
        excerpt.found.forEach((text, places) -> entries.add(JsonObject.of(
                new TreeMap<>(Map.of("at", JsonArray.ofStrings(places), "is", excerpt.values.get(text))))));
        return new JsonArray(entries, 0);
    }

    private void search(Json value, String place, List<String> names) {
        if (names.isEmpty()) {
            String text = value.toString();
            values.putIfAbsent(text, value);
            List<String> places = found.computeIfAbsent(text, unseen -> new ArrayList<>());
            if (!places.contains(place)) {
                places.add(place);
            }
            return;
        }
        String name = names.get(0);
        List<String> inner = names.subList(1, names.size());
        if (value instanceof JsonObject object) {
            for (String key : object.keys()) {
                Json member = object.get(key);
                String at = place.isEmpty() ? key : place + "." + key;
                boolean meant = key.equals(name) || nameOf(member).equals(name);
                search(member, at, meant ? inner : names);
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                Json item = array.items().get(i);
                search(item, place + "[" + i + "]", nameOf(item).equals(name) ? inner : names);
            }
        }
    }

    private static String nameOf(Json value) {
        if (!(value instanceof JsonObject object)) {
            return "";
        }
        return object.keys().contains("name") ? object.text("name") : object.text("clusterName");
    }

    private static Json sorted(Json value, String key) {
        if (value instanceof JsonObject object) {
            Map<String, Json> members = new TreeMap<>();
            object.keys().forEach(name -> members.put(name, sorted(object.get(name), name)));
            return JsonObject.of(members);
        }
        if (value instanceof JsonArray array) {
            List<Json> items = new ArrayList<>(
                    array.items().stream().map(item -> sorted(item, "")).toList());
            if (FREE.contains(key)) {
                items.sort(Comparator.comparing(Json::toString));
            }
            return new JsonArray(items, 0);
        }
        return value;
    }
}
