package dev.dsctl.golden.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * JSON text of some resources as values that are equal when the resources are: names sorted; resources, virtual hosts and the
 * endpoints in a cluster sorted too, because their order is free. Every other order counts.
 */
final class CanonicalJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** Lists whose order is free. None is as good as an empty one. */
    private static final Set<String> FREE = Set.of("virtualHosts", "lbEndpoints", "endpoints");

    private CanonicalJson() {}

    /** The resources by name. */
    static Map<String, Object> of(String text) throws IOException {
        Map<String, Object> resources = new TreeMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            for (Object resource : (List<?>) value(json, "")) {
                Map<?, ?> members = (Map<?, ?>) resource;
                Object name = members.containsKey("name") ? members.get("name") : members.get("clusterName");
                if (resources.put((String) name, resource) != null) {
                    throw new IOException("two resources of the name " + name);
                }
            }
        }
        return resources;
    }

    /** Where two values differ first, and how; empty when they don't. */
    static String firstDifference(Object want, Object have) {
        if (want.equals(have)) {
            return "";
        }
        if (want instanceof Map<?, ?> wanted && have instanceof Map<?, ?> had) {
            Set<Object> keys = new TreeSet<>(wanted.keySet());
            keys.addAll(had.keySet());
            for (Object key : keys) {
                Object left = wanted.containsKey(key) ? wanted.get(key) : "nothing";
                Object right = had.containsKey(key) ? had.get(key) : "nothing";
                if (!left.equals(right)) {
                    return "." + key + firstDifference(left, right);
                }
            }
        }
        if (want instanceof List<?> wanted && have instanceof List<?> had && wanted.size() == had.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!wanted.get(i).equals(had.get(i))) {
                    return "[" + i + "]" + firstDifference(wanted.get(i), had.get(i));
                }
            }
        }
        return ": istiod has " + want + ", dsctl has " + have;
    }

    private static Object value(JsonParser json, String name) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> items = array(json);
                yield FREE.contains(name) ? sorted(items) : items;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> "null";
            default -> "\"" + json.getText() + "\"";
        };
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> members = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            Object value = value(json, name);
            if (!(FREE.contains(name) && value.equals(List.of()))) {
                members.put(name, value);
            }
        }
        return members;
    }

    private static List<Object> array(JsonParser json) throws IOException {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json, ""));
        }
        return items;
    }

    private static List<Object> sorted(List<?> items) {
        List<Object> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(String::valueOf));
        return sorted;
    }
}
