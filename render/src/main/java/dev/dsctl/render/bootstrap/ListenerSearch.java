package dev.dsctl.render.bootstrap;

import dev.dsctl.render.Names;
import dev.dsctl.render.bootstrap.Refusals.Part;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Looks in a listener that Envoy refuses for the part that it refuses. */
final class ListenerSearch {

    /** What may end a filter chain in place of what it ends with. */
    private static final Filter NOWHERE = Filter.newBuilder()
            .setName("envoy.filters.network.tcp_proxy")
            .setTypedConfig(Envoy.any(TcpProxy.newBuilder()
                    .setStatPrefix(Names.BLACK_HOLE_CLUSTER)
                    .setCluster(Names.BLACK_HOLE_CLUSTER)
                    .build()))
            .build();

    private final Trial trial;
    private final List<String> path = new ArrayList<>();
    private String reason;

    /** For a listener that is refused for a reason. */
    ListenerSearch(Trial trial, String reason) {
        this.trial = trial;
        this.reason = reason;
    }

    /** The smallest part, given how a listener in its place makes a bootstrap. */
    Part smallest(Listener listener, Function<Listener, Bootstrap> around) {
        List<FilterChain> chains = listener.getFilterChainsList();
        Listener bare = listener.toBuilder().clearDefaultFilterChain().build();
        int refused = search(chains.size(), n -> around.apply(with(bare, chains.subList(0, n))));
        if (refused > 0) {
            List<FilterChain> before = chains.subList(0, refused - 1);
            if (chains.size() > 1 || listener.hasDefaultFilterChain()) {
                path.add(named(chains.get(refused - 1), refused));
            }
            return inChain(chains.get(refused - 1), chain -> around.apply(with(bare, before, chain)));
        }
        boolean isInDefault = listener.hasDefaultFilterChain()
                && trial.refusal(around.apply(bare)).isEmpty();
        if (!isInDefault) {
            return new Part(path, reason, listener);
        }
        path.add("default filter chain");
        return inChain(
                listener.getDefaultFilterChain(),
                chain -> around.apply(
                        listener.toBuilder().setDefaultFilterChain(chain).build()));
    }

    /** How many of some things are refused together, see {@link Prefix}. */
    private int search(int all, IntFunction<Bootstrap> first) {
        Prefix smallest = Prefix.refused(all, first, trial);
        if (!smallest.reason().isEmpty()) {
            reason = smallest.reason();
        }
        return smallest.size();
    }

    private static String named(FilterChain chain, int position) {
        int port = chain.getFilterChainMatch().getDestinationPort().getValue();
        return "filter chain " + (chain.getName().isEmpty() ? position : chain.getName())
                + (port == 0 ? "" : " of port " + port);
    }

    private Part inChain(FilterChain chain, Function<FilterChain, Bootstrap> around) {
        List<Filter> filters = chain.getFiltersList();
        int refused = search(filters.size(), n -> around.apply(firstOf(chain, n)));
        if (refused == 0) {
            return new Part(path, reason, chain);
        }
        Filter filter = filters.get(refused - 1);
        Optional<HttpConnectionManager> manager =
                StockFilters.unpacked(filter.getTypedConfig(), HttpConnectionManager.getDefaultInstance());
        if (manager.isEmpty()) {
            path.add("network filter " + filter.getName());
            return new Part(path, reason, filter);
        }
        return inManager(manager.get(), changed -> {
                    Filter other = filter.toBuilder()
                            .setTypedConfig(Envoy.any(changed))
                            .build();
                    return around.apply(
                            chain.toBuilder().setFilters(refused - 1, other).build());
                })
                .orElseGet(() -> {
                    path.add("network filter " + filter.getName());
                    return new Part(path, reason, filter);
                });
    }

    private Optional<Part> inManager(HttpConnectionManager manager, Function<HttpConnectionManager, Bootstrap> around) {
        List<HttpFilter> filters = manager.getHttpFiltersList();
        List<VirtualHost> hosts = manager.getRouteConfig().getVirtualHostsList();
        HttpConnectionManager quiet = withHosts(manager, List.of());
        if (filters.size() > 1) {
            HttpFilter router = filters.get(filters.size() - 1);
            int refused =
                    search(filters.size() - 1, n -> around.apply(withFilters(quiet, filters.subList(0, n), router)));
            if (refused > 0) {
                HttpFilter filter = filters.get(refused - 1);
                path.add("http filter " + filter.getName());
                return Optional.of(new Part(path, reason, filter));
            }
        }
        int refused = search(hosts.size(), n -> around.apply(withHosts(manager, hosts.subList(0, n))));
        if (refused == 0) {
            return Optional.empty();
        }
        List<VirtualHost> before = hosts.subList(0, refused - 1);
        path.add("route configuration " + manager.getRouteConfig().getName());
        return Optional.of(inHost(hosts.get(refused - 1), host -> {
            List<VirtualHost> some = new ArrayList<>(before);
            some.add(host);
            return around.apply(withHosts(manager, some));
        }));
    }

    private Part inHost(VirtualHost host, Function<VirtualHost, Bootstrap> around) {
        path.add("virtual host " + host.getName());
        List<Route> routes = host.getRoutesList();
        int refused = search(
                routes.size(),
                n -> around.apply(host.toBuilder()
                        .clearRoutes()
                        .addAllRoutes(routes.subList(0, n))
                        .build()));
        if (refused == 0) {
            return new Part(path, reason, host);
        }
        Route route = routes.get(refused - 1);
        path.add("route " + (route.getName().isEmpty() ? refused : route.getName()));
        return new Part(path, reason, route);
    }

    private static Listener with(Listener bare, List<FilterChain> before, FilterChain chain) {
        List<FilterChain> chains = new ArrayList<>(before);
        chains.add(chain);
        return with(bare, chains);
    }

    /** A listener must have a chain; one that has nothing does. */
    private static Listener with(Listener bare, List<FilterChain> chains) {
        return bare.toBuilder()
                .clearFilterChains()
                .addAllFilterChains(chains.isEmpty() ? List.of(FilterChain.getDefaultInstance()) : chains)
                .build();
    }

    private static FilterChain firstOf(FilterChain chain, int filters) {
        FilterChain.Builder made = chain.toBuilder()
                .clearFilters()
                .addAllFilters(chain.getFiltersList().subList(0, filters));
        return filters < chain.getFiltersCount() ? made.addFilters(NOWHERE).build() : made.build();
    }

    private static HttpConnectionManager withFilters(
            HttpConnectionManager manager, List<HttpFilter> filters, HttpFilter router) {
        return manager.toBuilder()
                .clearHttpFilters()
                .addAllHttpFilters(filters)
                .addHttpFilters(router)
                .build();
    }

    private static HttpConnectionManager withHosts(HttpConnectionManager manager, List<VirtualHost> hosts) {
        HttpConnectionManager.Builder made = manager.toBuilder();
        made.getRouteConfigBuilder().clearVirtualHosts().addAllVirtualHosts(hosts);
        return made.build();
    }
}
