package dev.dsctl.golden.diff;

import com.google.protobuf.Message;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.ProtoJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A resource that was computed or read from a proxy. Its tree is made when something differs, and not kept.
 *
 * @param name its name
 * @param message the Envoy message
 * @param json prints it
 */
public record Rendered(String name, Message message, ProtoJson json) implements Resource {

    /** What a snapshot holds, by kind and name. */
    public static ProxyConfig of(XdsSnapshot snapshot, ProtoJson json) {
        Map<ResourceKind, SortedMap<String, Resource>> resources = new EnumMap<>(ResourceKind.class);
        resources.put(ResourceKind.LISTENERS, named(snapshot.listeners(), each -> each.getName(), json));
        resources.put(ResourceKind.CLUSTERS, named(snapshot.clusters(), each -> each.getName(), json));
        resources.put(ResourceKind.ROUTES, named(snapshot.routes(), each -> each.getName(), json));
        resources.put(ResourceKind.ENDPOINTS, named(snapshot.endpoints(), each -> each.getClusterName(), json));
        return new ProxyConfig(resources);
    }

    private static <T extends Message> SortedMap<String, Resource> named(
            List<T> messages, Function<T, String> name, ProtoJson json) {
        SortedMap<String, Resource> resources = new TreeMap<>();
        for (T message : messages) {
            resources.put(name.apply(message), new Rendered(name.apply(message), message, json));
        }
        return resources;
    }

    @Override
    public JsonObject tree() {
        return (JsonObject) JsonText.read(json.utf8(message), "");
    }

    @Override
    public SourceRef at() {
        return null;
    }

    @Override
    public boolean isSurely(Resource other) {
        return other instanceof Rendered that && message.equals(that.message);
    }
}
