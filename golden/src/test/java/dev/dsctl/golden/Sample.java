package dev.dsctl.golden;

import dev.dsctl.golden.diff.ProxyConfig;
import dev.dsctl.golden.diff.Resource;
import dev.dsctl.golden.diff.Side;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A few of istiod's answers, picked so that every message type and every field that it uses occurs. */
public final class Sample {

    /** The name of the proxy that has them. */
    public static final String PROXY = "web-1.shop";

    private Sample() {}

    /** All resources of a kind. */
    public static List<JsonObject> resources(ResourceKind kind) {
        try (InputStream in = Sample.class.getResourceAsStream("sample/" + kind.fileName())) {
            Json array = JsonText.read(in.readAllBytes(), kind.fileName());
            return ((JsonArray) array)
                    .items().stream().map(JsonObject.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A side with one proxy that has these resources. */
    public static Side side(String label, Map<ResourceKind, List<JsonObject>> resources) {
        Map<ResourceKind, SortedMap<String, Resource>> byKind = new EnumMap<>(ResourceKind.class);
        resources.forEach((kind, trees) -> {
            SortedMap<String, Resource> byName = new TreeMap<>();
            for (JsonObject tree : trees) {
                String name = tree.text(kind.nameField());
                byName.put(name, new Resource.Read(name, tree, null));
            }
            byKind.put(kind, byName);
        });
        return new Side.Held(label, new TreeMap<>(Map.of(PROXY, new ProxyConfig(byKind))));
    }
}
