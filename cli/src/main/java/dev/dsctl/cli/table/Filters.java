package dev.dsctl.cli.table;

import dev.dsctl.render.XdsSnapshot;
import io.envoyproxy.envoy.admin.v3.ClusterStatus;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.List;

/**
 * Which resources istioctl's options ask for. Text options are empty and the port is 0 when they aren't given.
 *
 * @param address a listener's or an endpoint's address
 * @param port of a listener, a cluster's service or an endpoint
 * @param type {@code HTTP}, {@code TCP} or {@code HTTP+TCP}: what a listener takes
 * @param fqdn part of a cluster's name
 * @param direction part of a cluster's name: {@code inbound} or {@code outbound}
 * @param subset part of a cluster's name
 * @param name a route configuration's name
 * @param cluster the name of an endpoint's cluster
 * @param status an endpoint's health, as in Envoy's {@code HealthStatus}
 */
public record Filters(
        String address,
        int port,
        String type,
        String fqdn,
        String direction,
        String subset,
        String name,
        String cluster,
        String status) {

    /** Everything. */
    public static final Filters NONE = new Filters("", 0, "", "", "", "", "", "", "");

    /** The resources asked for; of load assignments the endpoints asked for. */
    public XdsSnapshot apply(XdsSnapshot snapshot) {
        if (asksForAll()) {
            return snapshot;
        }
        return new XdsSnapshot(
                snapshot.listeners().stream().filter(this::accept).toList(),
                snapshot.clusters().stream().filter(this::accept).toList(),
                snapshot.routes().stream().filter(this::accept).toList(),
                snapshot.endpoints().stream()
                        .map(this::narrow)
                        .filter(a -> a.getEndpointsList().stream().anyMatch(g -> g.getLbEndpointsCount() > 0))
                        .toList());
    }

    private boolean asksForAll() {
        return port == 0
                && String.join("", address, type, fqdn, direction, subset, name, cluster, status)
                        .isEmpty();
    }

    /** The addresses asked for. */
    public List<Host> apply(List<Host> hosts) {
        return hosts.stream().filter(this::accept).toList();
    }

    /** Envoy's clusters that have one of the addresses asked for. */
    public List<ClusterStatus> applyTo(List<ClusterStatus> clusters) {
        return clusters.stream()
                .filter(cluster -> Host.of(cluster).stream().anyMatch(this::accept))
                .toList();
    }

    private ClusterLoadAssignment narrow(ClusterLoadAssignment assignment) {
        ClusterLoadAssignment.Builder narrowed = assignment.toBuilder();
        for (LocalityLbEndpoints.Builder group : narrowed.getEndpointsBuilderList()) {
            List<LbEndpoint> kept = group.getLbEndpointsList().stream()
                    .filter(endpoint -> Host.of(endpoint, assignment.getClusterName()).stream()
                            .anyMatch(this::accept))
                    .toList();
            group.clearLbEndpoints().addAllLbEndpoints(kept);
        }
        return narrowed.build();
    }

    /** Source: {@code ListenerFilter.Verify}, istioctl/pkg/writer/envoy/configdump/listener.go. */
    private boolean accept(Listener listener) {
        return (address.isEmpty() || ListenerText.addresses(listener).stream().anyMatch(address::equalsIgnoreCase))
                && (port == 0 || port == ListenerText.port(listener))
                && (type.isEmpty() || type.equalsIgnoreCase(ListenerText.type(listener)));
    }

    /** Source: {@code ClusterFilter.Verify}, istioctl/pkg/writer/envoy/configdump/cluster.go. */
    private boolean accept(Cluster cluster) {
        String text = cluster.getName();
        return text.contains(fqdn)
                && text.contains(direction)
                && text.contains(subset)
                && (port == 0 || text.contains("|" + port + "|"));
    }

    /** Source: {@code RouteFilter.Verify}, istioctl/pkg/writer/envoy/configdump/route.go. */
    private boolean accept(RouteConfiguration route) {
        return name.isEmpty() || name.equals(route.getName());
    }

    /** Source: {@code EndpointFilter.Verify}, istioctl/pkg/writer/envoy/clusters/clusters.go. */
    private boolean accept(Host host) {
        return (address.isEmpty() || address.equalsIgnoreCase(host.address()) || address.equalsIgnoreCase(host.text()))
                && (port == 0 || port == host.port())
                && (cluster.isEmpty() || cluster.equalsIgnoreCase(host.cluster()))
                && (status.isEmpty() || status.equalsIgnoreCase(host.status().name()));
    }
}
