package dev.dsctl.render.bootstrap;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster.ClusterWeight;

/** Routes without settings for filters that a stock Envoy doesn't have. */
final class StockRoutes {

    private final StockFilters filters;

    StockRoutes(StockFilters filters) {
        this.filters = filters;
    }

    RouteConfiguration of(RouteConfiguration routes) {
        RouteConfiguration.Builder made = routes.toBuilder();
        made.clearTypedPerFilterConfig()
                .putAllTypedPerFilterConfig(filters.perRoute(routes.getTypedPerFilterConfigMap()));
        for (VirtualHost.Builder host : made.getVirtualHostsBuilderList()) {
            if (host.getTypedPerFilterConfigCount() > 0) {
                var kept = filters.perRoute(host.getTypedPerFilterConfigMap());
                host.clearTypedPerFilterConfig().putAllTypedPerFilterConfig(kept);
            }
            host.getRoutesBuilderList().forEach(this::route);
        }
        return made.build();
    }

    private void route(Route.Builder route) {
        if (route.getTypedPerFilterConfigCount() > 0) {
            var kept = filters.perRoute(route.getTypedPerFilterConfigMap());
            route.clearTypedPerFilterConfig().putAllTypedPerFilterConfig(kept);
        }
        if (route.hasRoute() && route.getRoute().hasWeightedClusters()) {
            for (ClusterWeight.Builder cluster :
                    route.getRouteBuilder().getWeightedClustersBuilder().getClustersBuilderList()) {
                var kept = filters.perRoute(cluster.getTypedPerFilterConfigMap());
                cluster.clearTypedPerFilterConfig().putAllTypedPerFilterConfig(kept);
            }
        }
    }
}
