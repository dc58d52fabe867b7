package dev.dsctl.cli.live;

import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.render.json.JsonObject;
import dev.dsctl.render.json.JsonReader;
import dev.dsctl.render.json.YamlWriter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read of a cluster as manifests that can be kept, read with {@code -f}, and shown to others. */
public final class ClusterSnapshot {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** The containers whose environment dsctl looks at: that of others may hold secrets. */
    private static final List<String> OPEN_CONTAINERS = List.of("istio-proxy", "discovery");

    private ClusterSnapshot() {}

    /** Writes the objects as YAML documents, by kind, namespace and name. */
    public static void write(ClusterContent content, Appendable out) throws IOException {
        List<JsonObject> objects = new ArrayList<>();
        for (ManifestText text : content.texts()) {
            String json = new String(text.utf8(), StandardCharsets.UTF_8);
            if (JsonReader.document(new StringReader(json), text.name()) instanceof JsonObject root) {
                add(root, objects);
            }
        }
        objects.sort(Comparator.comparing((JsonObject object) -> text(object, "kind"))
                .thenComparing(object -> text(child(object, "metadata"), "namespace"))
                .thenComparing(object -> text(child(object, "metadata"), "name")));
        for (JsonObject object : objects) {
            out.append("---\n");
            new YamlWriter(out).document(cleaned(object));
        }
    }

    /** An object, or the items of a list, which leave their kind to the list. */
    private static void add(JsonObject root, List<JsonObject> objects) {
        if (!(root.members().get("items") instanceof List<?> items)) {
            objects.add(root);
            return;
        }
        for (Object item : items) {
            if (item instanceof JsonObject object) {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("apiVersion", text(root, "apiVersion"));
                members.put("kind", text(root, "kind").replaceFirst("List$", ""));
                members.putAll(object.members());
                objects.add(new JsonObject(object.line(), members));
            }
        }
    }

    private static JsonObject cleaned(JsonObject object) {
        Map<String, Object> members = new LinkedHashMap<>(object.members());
        members.computeIfPresent("metadata", (name, metadata) -> metadata((JsonObject) metadata));
        members.computeIfPresent("spec", (name, spec) -> withoutEnvironment(spec));
        return new JsonObject(object.line(), members);
    }

    private static JsonObject metadata(JsonObject metadata) {
        Map<String, Object> members = new LinkedHashMap<>(metadata.members());
        members.remove("managedFields");
        if (members.get("annotations") instanceof JsonObject annotations) {
            Map<String, Object> kept = new LinkedHashMap<>(annotations.members());
            kept.remove(LAST_APPLIED);
            members.put("annotations", new JsonObject(annotations.line(), kept));
        }
        return new JsonObject(metadata.line(), members);
    }

    /** The value without the environment of containers, at any depth: pods and templates of pods have them. */
    private static Object withoutEnvironment(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(ClusterSnapshot::withoutEnvironment).toList();
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        boolean closed = object.members().containsKey("image") && !OPEN_CONTAINERS.contains(text(object, "name"));
        object.members().forEach((name, member) -> {
            if (!closed || !(name.equals("env") || name.equals("envFrom"))) {
                members.put(name, withoutEnvironment(member));
            }
        });
        return new JsonObject(object.line(), members);
    }

    private static JsonObject child(JsonObject object, String name) {
        return object.members().get(name) instanceof JsonObject child ? child : new JsonObject(0, Map.of());
    }

    private static String text(JsonObject object, String name) {
        return object.members().get(name) instanceof String text ? text : "";
    }
}
