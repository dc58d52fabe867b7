package dev.dsctl.render.route;

import com.google.protobuf.Duration;
import dev.dsctl.model.profile.RouteChoices.StreamTimeouts;
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
    static Route outbound(RouteContext context, String hostname, int port) {
        RouteAction.Builder action = endless(
                context, RouteAction.newBuilder().setCluster(context.marks().outbound(port, "", hostname)));
        context.hashes()
                .of(hostname, port)
                .flatMap(hash -> HashPolicies.of(context, hash))
                .ifPresent(action::addHashPolicy);
        context.retries().usual().ifPresent(action::setRetryPolicy);
        return route(operation(hostname, port), action);
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

    private static RouteAction.Builder endless(RouteContext context, RouteAction.Builder action) {
        return switch (context.choice(StreamTimeouts.class)) {
            case GRPC_TIMEOUT -> withoutTimeout(action);
            case STREAM_DURATION -> withoutDuration(action);
        };
    }

    /** Lets answers take for ever, those of gRPC by the field that replaces the older one. */
    static RouteAction.Builder withoutDuration(RouteAction.Builder action) {
        Duration never = Duration.getDefaultInstance();
        return action.setTimeout(never)
                .setMaxStreamDuration(RouteAction.MaxStreamDuration.newBuilder()
                        .setMaxStreamDuration(never)
                        .setGrpcTimeoutHeaderMax(never));
    }

    /** Lets answers take for ever. For gRPC, Istio still uses the older field, because its replacement behaves differently. */
    @SuppressWarnings("deprecation")
    static RouteAction.Builder withoutTimeout(RouteAction.Builder action) {
        Duration never = Duration.getDefaultInstance();
        return action.setTimeout(never).setMaxGrpcTimeout(never);
    }
}
