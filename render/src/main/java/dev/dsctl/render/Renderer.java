package dev.dsctl.render;

import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.cluster.Clusters;
import dev.dsctl.render.endpoint.LoadAssignments;
import dev.dsctl.render.listener.Listeners;
import dev.dsctl.render.patch.PatchedListeners;
import dev.dsctl.render.patch.Patches;
import dev.dsctl.render.patch.RoutePatches;
import dev.dsctl.render.route.RouteConfigurations;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.Comparator;
import java.util.List;

/** Turns what a proxy sees into the Envoy configuration that istiod sends it. The one entry to this module. */
public final class Renderer {

    private Renderer() {}

    /** Everything istiod sends this proxy. */
    public static XdsSnapshot render(ProxyView view) {
        Patches patches = Patches.of(view);
        List<Listener> listeners = PatchedListeners.of(Listeners.of(view), patches, view.profile());
        List<Cluster> clusters = Clusters.of(view, patches);
        RoutePatches routePatches = new RoutePatches(patches, Context.SIDECAR_OUTBOUND, view.profile());
        List<RouteConfiguration> routes = RouteConfigurations.of(view, listeners).stream()
                .map(routePatches::one)
                .toList();
        List<ClusterLoadAssignment> endpoints = LoadAssignments.of(view, clusters);
        return new XdsSnapshot(
                sorted(listeners, Comparator.comparing(Listener::getName)),
                sorted(clusters, Comparator.comparing(Cluster::getName)),
                sorted(routes, Comparator.comparing(RouteConfiguration::getName)),
                sorted(endpoints, Comparator.comparing(ClusterLoadAssignment::getClusterName)));
    }

    private static <T> List<T> sorted(List<T> resources, Comparator<T> byName) {
        return resources.stream().sorted(byName).toList();
    }
}
