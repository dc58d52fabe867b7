package dev.dsctl.render.json;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;

/** Where resources stand in a config dump, in Envoy's order. Source: envoy/admin/v3/config_dump_shared.proto. */
enum ConfigDumpSection {
    CLUSTERS(ResourceKind.CLUSTERS, "ClustersConfigDump", "dynamic_active_clusters", "static_clusters", "cluster"),
    ENDPOINTS(
            ResourceKind.ENDPOINTS,
            "EndpointsConfigDump",
            "dynamic_endpoint_configs",
            "static_endpoint_configs",
            "endpoint_config"),
    LISTENERS(ResourceKind.LISTENERS, "ListenersConfigDump", "dynamic_listeners", "static_listeners", "listener"),
    ROUTES(ResourceKind.ROUTES, "RoutesConfigDump", "dynamic_route_configs", "static_route_configs", "route_config");

    private final ResourceKind kind;
    private final String type;
    private final String dynamic;
    private final String fixed;
    private final String member;

    ConfigDumpSection(ResourceKind kind, String type, String dynamic, String fixed, String member) {
        this.kind = kind;
        this.type = type;
        this.dynamic = dynamic;
        this.fixed = fixed;
        this.member = member;
    }

    ResourceKind kind() {
        return kind;
    }

    /** The section's message, without its package. */
    String type() {
        return type;
    }

    /** The list of what a control plane sent. */
    String dynamic() {
        return dynamic;
    }

    /** The list of what the bootstrap configuration has. */
    String fixed() {
        return fixed;
    }

    /** The resource inside an item of either list. */
    String member() {
        return member;
    }

    Message prototype() {
        return prototype(kind);
    }

    static Message prototype(ResourceKind kind) {
        return switch (kind) {
            case LISTENERS -> Listener.getDefaultInstance();
            case CLUSTERS -> Cluster.getDefaultInstance();
            case ROUTES -> RouteConfiguration.getDefaultInstance();
            case ENDPOINTS -> ClusterLoadAssignment.getDefaultInstance();
        };
    }
}
