package dev.dsctl.render.route;

import com.google.protobuf.Duration;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.route.v3.Decorator;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;

/** Routes for services that no VirtualService speaks of. Source: {@code BuildDefaultHTTPOutboundRoute}, pilot/pkg/networking/core/route/route.go. */
final class DefaultRoutes {

    private static final RouteMatch ANY_PATH =
            RouteMatch.newBuilder().setPrefix("/").build();

    private DefaultRoutes() {}

    /** The route of a service's port to its cluster. */
    static Route outbound(ProxyView view, String cluster, String operation) {
        RouteAction.Builder action =
                RouteAction.newBuilder().setCluster(cluster).setTimeout(Duration.getDefaultInstance());
        RetryPolicies.byDefault(view).ifPresent(action::setRetryPolicy);
        return route(operation, withoutGrpcTimeout(action));
    }

    /** A route named {@code default} that takes every request. */
    static Route route(String operation, RouteAction.Builder action) {
        return Route.newBuilder()
                .setName("default")
                .setMatch(ANY_PATH)
                .setDecorator(Decorator.newBuilder().setOperation(operation))
                .setRoute(action)
                .build();
    }

    /** What traces call a request, {@code web.shop.svc.cluster.local:80/*}. */
    static String operation(String hostname, int port) {
        return Hosts.withPort(hostname, port) + "/*";
    }

    /** Istio still uses the older field, because its replacement behaves differently. */
    @SuppressWarnings("deprecation")
    static RouteAction.Builder withoutGrpcTimeout(RouteAction.Builder action) {
        return action.setMaxGrpcTimeout(Duration.getDefaultInstance());
    }
}
