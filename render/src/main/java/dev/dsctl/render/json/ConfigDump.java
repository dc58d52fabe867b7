package dev.dsctl.render.json;

import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import io.envoyproxy.envoy.admin.v3.ClusterStatus;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What was read of a running proxy.
 *
 * @param snapshot its resources, by name; those of its bootstrap configuration too
 * @param kinds which kinds the dump has a section for
 * @param bootstrap the names of those that are in its bootstrap configuration; empty names too
 * @param statuses its clusters and their hosts, when it was Envoy's {@code /clusters} that was read
 */
public record ConfigDump(
        XdsSnapshot snapshot,
        Set<ResourceKind> kinds,
        Map<ResourceKind, Set<String>> bootstrap,
        List<ClusterStatus> statuses) {

    /** Of a proxy whose bootstrap configuration isn't known. */
    public ConfigDump(XdsSnapshot snapshot, Set<ResourceKind> kinds, List<ClusterStatus> statuses) {
        this(snapshot, kinds, Map.of(), statuses);
    }

    /** Without the resources of its bootstrap configuration: what a control plane has sent. */
    public ConfigDump sent() {
        XdsSnapshot sent = new XdsSnapshot(
                without(ResourceKind.LISTENERS, snapshot.listeners(), Listener::getName),
                without(ResourceKind.CLUSTERS, snapshot.clusters(), Cluster::getName),
                without(ResourceKind.ROUTES, snapshot.routes(), RouteConfiguration::getName),
                without(ResourceKind.ENDPOINTS, snapshot.endpoints(), ClusterLoadAssignment::getClusterName));
        return new ConfigDump(sent, kinds, statuses);
    }

    private <T> List<T> without(ResourceKind kind, List<T> resources, Function<T, String> name) {
        Set<String> names = bootstrap.getOrDefault(kind, Set.of());
        return resources.stream()
                .filter(each -> !names.contains(name.apply(each)))
                .toList();
    }

    /**
     * Reads what Envoy's {@code /config_dump} or {@code /clusters?format=json}, istioctl, or {@code dsctl render} wrote, with
     * names in either case. Parts that dsctl knows nothing of are skipped; types that it doesn't know are kept.
     *
     * @param in the JSON text
     * @param file its name, for messages
     * @throws dev.dsctl.model.manifest.ManifestException when it is none of these, with the line
     */
    public static ConfigDump read(Reader in, String file, ProtoJson json) throws IOException {
        return read(in, file, json, EnumSet.allOf(ResourceKind.class));
    }

    /**
     * Reads resources of some kinds only. A resource of another kind must be JSON, and is skipped.
     *
     * @throws dev.dsctl.model.manifest.ManifestException as {@link #read(Reader, String, ProtoJson)} does
     */
    public static ConfigDump read(Reader in, String file, ProtoJson json, Set<ResourceKind> wanted) throws IOException {
        try (JsonReader reader = new JsonReader(in, file)) {
            return new ConfigDumpReader(json, reader, wanted).read();
        }
    }
}
