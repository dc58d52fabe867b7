package dev.dsctl.render;

import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.listener.ClientListeners;
import dev.dsctl.render.listener.PlacedListener;
import dev.dsctl.render.patch.ListenerPatches;
import dev.dsctl.render.patch.Patches;
import dev.dsctl.render.patch.RoutePatches;
import dev.dsctl.render.route.RouteConfigurations;
import dev.dsctl.render.route.RouteNames;
import dev.dsctl.render.telemetry.Tracing;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a client listens for what it calls, and how it routes that: the same for all proxies that are this client. */
final class Routing {

    private final ProxyView client;
    private final Patches patches;
    private final ClientListeners listeners;
    private final List<PlacedListener> untraced;
    private Map<String, RouteConfiguration> routes = Map.of();

    private Routing(ProxyView client) {
        this.client = client;
        this.patches = Patches.of(client);
        this.listeners = ClientListeners.of(client);
        this.untraced = patched(listeners.untraced());
        listenerPatches().added().forEach(added -> untraced.add(placed("", added)));
    }

    /**
     * What proxies listen to that are this client and trace alike.
     *
     * @param placed the listeners after all patches
     * @param tracing how requests are traced
     */
    record Part(List<PlacedListener> placed, Tracing tracing) {

        /** The listeners. */
        List<Listener> listeners() {
            return placed.stream().map(PlacedListener::listener).toList();
        }

        /** The names of the route configurations that they ask for. */
        Set<String> routes() {
            Set<String> routes = new LinkedHashSet<>();
            placed.forEach(each -> routes.addAll(each.routes()));
            return routes;
        }
    }

    /** Of what a client sees. */
    static Routing of(ProxyView client) {
        return new Routing(client);
    }

    /** How many resources it holds. */
    int size() {
        return untraced.size() + 1;
    }

    /** What the EnvoyFilters change that these proxies have. */
    Patches patches() {
        return patches;
    }

    /** Of proxies whose requests are traced in one way. */
    Part traced(Tracing tracing) {
        List<PlacedListener> all = new ArrayList<>(untraced);
        all.addAll(patched(listeners.traced(tracing)));
        return new Part(all, tracing);
    }

    /** Of a proxy whose pod has these addresses. */
    Part of(Addresses pod, Part others) {
        if (pod.isEmpty() || !listeners.isOwn(pod.primary())) {
            return others;
        }
        String own = pod.primary();
        List<PlacedListener> all = new ArrayList<>(others.placed().size());
        for (PlacedListener each : others.placed()) {
            if (!each.address().equals(own)) {
                all.add(each);
            }
        }
        all.addAll(patched(listeners.at(own, others.tracing())));
        return new Part(all, others.tracing());
    }

    /** The route configurations of these names, in that order. */
    synchronized List<RouteConfiguration> routes(Set<String> names) {
        List<String> missing =
                names.stream().filter(name -> !routes.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            Map<String, RouteConfiguration> more = new LinkedHashMap<>(routes);
            more.putAll(routes(client, patches, missing));
            routes = more;
        }
        return names.stream().map(routes::get).toList();
    }

    /** The route configurations of these names for a client. */
    static Collection<RouteConfiguration> routes(ProxyView client, Collection<String> names) {
        return routes(client, Patches.of(client), names).values();
    }

    private static Map<String, RouteConfiguration> routes(ProxyView client, Patches patches, Collection<String> names) {
        RoutePatches routePatches = new RoutePatches(patches, Context.SIDECAR_OUTBOUND, client.profile());
        Map<String, RouteConfiguration> routes = new LinkedHashMap<>();
        RouteConfigurations.of(client, names).forEach(route -> routes.put(route.getName(), routePatches.one(route)));
        return routes;
    }

    private List<PlacedListener> patched(List<PlacedListener> placed) {
        if (patches.isEmpty()) {
            return new ArrayList<>(placed);
        }
        ListenerPatches outbound = listenerPatches();
        List<PlacedListener> patched = new ArrayList<>(placed.size());
        for (PlacedListener each : placed) {
            outbound.one(each.listener()).ifPresent(listener -> patched.add(placed(each.address(), listener)));
        }
        return patched;
    }

    private static PlacedListener placed(String address, Listener listener) {
        return new PlacedListener(address, listener, RouteNames.in(List.of(listener)));
    }

    private ListenerPatches listenerPatches() {
        return new ListenerPatches(patches, Context.SIDECAR_OUTBOUND, client.profile());
    }
}
