package dev.dsctl.render;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.List;

/**
 * What istiod sends one proxy over LDS, CDS, RDS and EDS; each list by resource name.
 *
 * @param listeners all listeners
 * @param clusters all clusters
 * @param routes the route configurations that the listeners name
 * @param endpoints the load assignments of the EDS clusters
 */
public record XdsSnapshot(
        List<Listener> listeners,
        List<Cluster> clusters,
        List<RouteConfiguration> routes,
        List<ClusterLoadAssignment> endpoints) {}
