package dev.dsctl.render.json;

import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Message;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import io.envoyproxy.envoy.admin.v3.ClusterStatus;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads a config dump one resource at a time. */
final class ConfigDumpReader {

    private final ProtoJson json;
    private final JsonReader in;
    private final Set<ResourceKind> wanted;
    private final Map<ResourceKind, List<Message>> found = new EnumMap<>(ResourceKind.class);
    private final Map<ResourceKind, Set<String>> bootstrap = new EnumMap<>(ResourceKind.class);
    private final List<ClusterStatus> statuses = new ArrayList<>();
    private boolean recognized;

    ConfigDumpReader(ProtoJson json, JsonReader in, Set<ResourceKind> wanted) {
        this.json = json;
        this.in = in;
        this.wanted = wanted;
    }

    ConfigDump read() throws IOException {
        if (in.next() == JsonToken.START_OBJECT) {
            while (in.next() != JsonToken.END_OBJECT) {
                topLevel(Naming.proto(in.name()));
            }
        }
        if (!recognized) {
            throw in.problem(1, "neither a config dump nor the clusters of Envoy's admin interface");
        }
        XdsSnapshot snapshot = new XdsSnapshot(
                resources(ResourceKind.LISTENERS, Listener.class, Listener::getName),
                resources(ResourceKind.CLUSTERS, Cluster.class, Cluster::getName),
                resources(ResourceKind.ROUTES, RouteConfiguration.class, RouteConfiguration::getName),
                resources(ResourceKind.ENDPOINTS, ClusterLoadAssignment.class, ClusterLoadAssignment::getClusterName));
        return new ConfigDump(snapshot, found.keySet(), bootstrap, List.copyOf(statuses));
    }

    private <T> List<T> resources(ResourceKind kind, Class<T> type, Function<T, String> name) {
        return found.getOrDefault(kind, List.of()).stream()
                .map(type::cast)
                .sorted(Comparator.comparing(name))
                .toList();
    }

    private void topLevel(String name) throws IOException {
        JsonToken value = in.next();
        ResourceKind kind = ResourceKind.of(name).orElse(null);
        if (value != JsonToken.START_ARRAY) {
            in.skip();
        } else if (name.equals("configs")) {
            recognized = true;
            items(this::section);
        } else if (name.equals("cluster_statuses")) {
            recognized = true;
            items(() -> statuses.add(json.read(in, ClusterStatus.getDefaultInstance())));
        } else if (kind != null) {
            recognized = true;
            List<Message> list = list(kind);
            if (wanted.contains(kind)) {
                items(() -> list.add(json.read(in, ConfigDumpSection.prototype(kind))));
            } else {
                in.skip();
            }
        } else {
            in.skip();
        }
    }

    private List<Message> list(ResourceKind kind) {
        return found.computeIfAbsent(kind, k -> new ArrayList<>());
    }

    private void section() throws IOException {
        if (!in.atObject()) {
            in.skip();
            return;
        }
        while (in.next() != JsonToken.END_OBJECT) {
            String name = Naming.proto(in.name());
            JsonToken value = in.next();
            ConfigDumpSection section = named(name);
            if (section != null && value == JsonToken.START_ARRAY && wanted.contains(section.kind())) {
                boolean fixed = name.equals(section.fixed());
                items(() -> resource(section, fixed));
            } else if (name.equals("@type")) {
                present(String.valueOf(in.value()));
            } else {
                in.skip();
            }
        }
    }

    private static ConfigDumpSection named(String list) {
        for (ConfigDumpSection section : ConfigDumpSection.values()) {
            if (list.equals(section.dynamic()) || list.equals(section.fixed())) {
                return section;
            }
        }
        return null;
    }

    private void present(String type) {
        for (ConfigDumpSection section : ConfigDumpSection.values()) {
            if (type.endsWith("." + section.type())) {
                list(section.kind());
            }
        }
    }

    private void resource(ConfigDumpSection section, boolean fixed) throws IOException {
        if (!(in.value() instanceof JsonObject item)) {
            return;
        }
        // A listener that is warming or draining isn't what the proxy runs on.
        JsonObject holder = item;
        if (section == ConfigDumpSection.LISTENERS && member(item, "active_state") != null) {
            holder = member(item, "active_state");
        }
        JsonObject resource = member(holder, section.member());
        if (resource != null) {
            Map<String, Object> members = new LinkedHashMap<>(resource.members());
            members.remove("@type");
            SourceRef at = new SourceRef(in.file(), resource.line());
            Message message = json.read(new JsonObject(resource.line(), members), section.prototype(), at);
            list(section.kind()).add(message);
            if (fixed) {
                String name = section.kind().nameOf(message);
                bootstrap
                        .computeIfAbsent(section.kind(), kind -> new HashSet<>())
                        .add(name);
            }
        }
    }

    private static JsonObject member(JsonObject object, String name) {
        for (Map.Entry<String, Object> member : object.members().entrySet()) {
            if (Naming.proto(member.getKey()).equals(name) && member.getValue() instanceof JsonObject value) {
                return value;
            }
        }
        return null;
    }

    private void items(Step read) throws IOException {
        while (in.next() != JsonToken.END_ARRAY) {
            read.run();
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
