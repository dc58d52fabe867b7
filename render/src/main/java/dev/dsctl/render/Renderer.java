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
        List<Listener> listeners = listeners(view, patches);
        List<Cluster> clusters = Clusters.of(view, patches);
        List<ClusterLoadAssignment> endpoints = LoadAssignments.of(view, clusters);
        return new XdsSnapshot(
                sorted(listeners, Comparator.comparing(Listener::getName)),
                sorted(clusters, Comparator.comparing(Cluster::getName)),
                sorted(routes(view, patches, listeners), Comparator.comparing(RouteConfiguration::getName)),
                sorted(endpoints, Comparator.comparing(ClusterLoadAssignment::getClusterName)));
    }

    /** The listeners alone, by name. */
    public static List<Listener> listeners(ProxyView view) {
        return sorted(listeners(view, Patches.of(view)), Comparator.comparing(Listener::getName));
    }

    /** The clusters alone, by name. */
    public static List<Cluster> clusters(ProxyView view) {
        return sorted(Clusters.of(view, Patches.of(view)), Comparator.comparing(Cluster::getName));
    }

    /** The route configurations that these listeners of the proxy name, by name. */
    public static List<RouteConfiguration> routes(ProxyView view, List<Listener> listeners) {
        return sorted(routes(view, Patches.of(view), listeners), Comparator.comparing(RouteConfiguration::getName));
    }

    private static List<Listener> listeners(ProxyView view, Patches patches) {
        return PatchedListeners.of(Listeners.of(view), patches, view.profile());
    }

    private static List<RouteConfiguration> routes(ProxyView view, Patches patches, List<Listener> listeners) {
        RoutePatches routePatches = new RoutePatches(patches, Context.SIDECAR_OUTBOUND, view.profile());
        return RouteConfigurations.of(view, listeners).stream()
                .map(routePatches::one)
                .toList();
    }

    private static <T> List<T> sorted(List<T> resources, Comparator<T> byName) {
        return resources.stream().sorted(byName).toList();
    }
}
