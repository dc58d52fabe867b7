package dev.dsctl.cli.live;

import dev.dsctl.render.json.JsonObject;
import dev.dsctl.render.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where istiod's settings are, seen from its Deployments. */
final class IstiodPaths {

    private static final String REVISION = "istio.io/rev";

    private IstiodPaths() {}

    /** The paths of the ConfigMaps with the mesh configuration: one for each istiod. */
    static Set<String> meshConfigs(List<byte[]> deployments, String rootNamespace) {
        Set<String> paths = new LinkedHashSet<>();
        for (byte[] page : deployments) {
            for (Object item : items(page)) {
                JsonObject metadata = member(item, "metadata");
                if (metadata.members().get("namespace") instanceof String namespace) {
                    Object revision = member(metadata, "labels").members().get(REVISION);
                    boolean named = revision instanceof String name && !name.isEmpty() && !name.equals("default");
                    paths.add(path(namespace, named ? "istio-" + revision : "istio"));
                }
            }
        }
        if (paths.isEmpty()) {
            paths.add(path(rootNamespace, "istio"));
        }
        return paths;
    }

    private static String path(String namespace, String name) {
        return "/api/v1/namespaces/" + namespace + "/configmaps/" + name;
    }

    private static List<?> items(byte[] page) {
        try {
            Object root = JsonReader.document(new StringReader(new String(page, StandardCharsets.UTF_8)), "");
            return root instanceof JsonObject list && list.members().get("items") instanceof List<?> items
                    ? items
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject member(Object object, String name) {
        return object instanceof JsonObject parent && parent.members().get(name) instanceof JsonObject child
                ? child
                : new JsonObject(0, java.util.Map.of());
    }
}
