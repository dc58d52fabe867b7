package dev.dsctl.render.bootstrap;

import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy.RetryHostPredicate;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster.ClusterWeight;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;

/** Routes without settings for filters that a stock Envoy doesn't have. */
final class StockRoutes {

    private static final String PREVIOUS_HOSTS = "envoy.retry_host_predicates.previous_hosts";

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
        if (route.hasRoute() && route.getRoute().hasRetryPolicy()) {
            route.getRouteBuilder()
                    .getRetryPolicyBuilder()
                    .getRetryHostPredicateBuilderList()
                    .forEach(StockRoutes::typed);
        }
        if (route.hasRoute() && route.getRoute().hasWeightedClusters()) {
            for (ClusterWeight.Builder cluster :
                    route.getRouteBuilder().getWeightedClustersBuilder().getClustersBuilderList()) {
                var kept = filters.perRoute(cluster.getTypedPerFilterConfigMap());
                cluster.clearTypedPerFilterConfig().putAllTypedPerFilterConfig(kept);
            }
        }
    }

    /** Only old Envoys look extensions up by name. */
    private static void typed(RetryHostPredicate.Builder predicate) {
        if (predicate.getConfigTypeCase() == RetryHostPredicate.ConfigTypeCase.CONFIGTYPE_NOT_SET
                && predicate.getName().equals(PREVIOUS_HOSTS)) {
            predicate.setTypedConfig(Envoy.any(PreviousHostsPredicate.getDefaultInstance()));
        }
    }
}
