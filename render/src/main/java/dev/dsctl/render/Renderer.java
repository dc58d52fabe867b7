package dev.dsctl.render;

import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.proxy.Clients;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.cluster.Clusters;
import dev.dsctl.render.endpoint.LoadAssignments;
import dev.dsctl.render.listener.Listeners;
import dev.dsctl.render.patch.ListenerPatches;
import dev.dsctl.render.patch.Patches;
import dev.dsctl.render.route.RouteNames;
import dev.dsctl.render.telemetry.Tracing;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns what a proxy sees into the Envoy configuration that istiod sends it: what it has for its calls, which is rendered from what it is as
 * a client and nothing else, and what it has for what reaches it. The one entry to this module, with {@link Fleet} for many proxies.
 */
public final class Renderer {

    private Renderer() {}

    /** Everything istiod sends this proxy. */
    public static XdsSnapshot render(ProxyView view) {
        Clients clients = new Clients(view.mesh());
        Routing routing = Routing.of(anywhere(view, clients));
        Tracing tracing = Tracing.of(view);
        return render(view, tracing, routing, routing.traced(tracing.outboundOnly()), upstreams(view, clients));
    }

    /** Everything istiod sends a proxy whose client's part is rendered already. */
    static XdsSnapshot render(
            ProxyView view, Tracing tracing, Routing routing, Routing.Part traced, Upstreams upstreams) {
        Routing.Part calls = routing.of(view.proxy().addresses(), traced);
        List<Listener> inbound = inbound(view, tracing, routing.patches());
        List<Cluster> clusters = Clusters.inbound(view, routing.patches(), upstreams.names());
        Set<String> routes = calls.routes();
        routes.addAll(RouteNames.in(inbound));
        return new XdsSnapshot(
                joined(calls.listeners(), inbound, Listener::getName),
                joined(upstreams.clusters(), clusters, Cluster::getName),
                joined(routing.routes(routes), List.of(), RouteConfiguration::getName),
                joined(
                        upstreams.endpoints(),
                        LoadAssignments.of(view, clusters),
                        ClusterLoadAssignment::getClusterName));
    }

    /** The listeners alone, by name. */
    public static List<Listener> listeners(ProxyView view) {
        Routing routing = Routing.of(anywhere(view, new Clients(view.mesh())));
        Tracing tracing = Tracing.of(view);
        Routing.Part traced = routing.traced(tracing.outboundOnly());
        return joined(
                routing.of(view.proxy().addresses(), traced).listeners(),
                inbound(view, tracing, routing.patches()),
                Listener::getName);
    }

    /** The clusters alone, by name. */
    public static List<Cluster> clusters(ProxyView view) {
        Upstreams upstreams = upstreams(view, new Clients(view.mesh()));
        List<Cluster> inbound = Clusters.inbound(view, upstreams.patches(), upstreams.names());
        return joined(upstreams.clusters(), inbound, Cluster::getName);
    }

    /** The route configurations that these listeners of the proxy name, by name. */
    public static List<RouteConfiguration> routes(ProxyView view, List<Listener> listeners) {
        ProxyView client = anywhere(view, new Clients(view.mesh()));
        return joined(Routing.routes(client, RouteNames.in(listeners)), List.of(), RouteConfiguration::getName);
    }

    private static ProxyView anywhere(ProxyView view, Clients clients) {
        return ProxyView.of(view.mesh(), clients.anywhere(view.proxy()), view.scope());
    }

    private static Upstreams upstreams(ProxyView view, Clients clients) {
        return Upstreams.of(ProxyView.of(view.mesh(), clients.somewhere(view.proxy()), view.scope()));
    }

    private static List<Listener> inbound(ProxyView view, Tracing tracing, Patches patches) {
        return new ListenerPatches(patches, Context.SIDECAR_INBOUND, view.profile())
                .all(Listeners.inbound(view, tracing));
    }

    private static <T> List<T> joined(Collection<T> some, List<T> others, Function<T, String> name) {
        List<T> all = new ArrayList<>(some.size() + others.size());
        all.addAll(some);
        all.addAll(others);
        all.sort(Comparator.comparing(name));
        return all;
    }
}
