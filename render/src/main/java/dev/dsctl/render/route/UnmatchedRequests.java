package dev.dsctl.render.route;

import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.sidecar.OutboundTraffic;
import dev.dsctl.render.Names;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;

/** What happens to requests for hosts that nobody knows. Source: {@code buildCatchAllVirtualHost}, pilot/pkg/networking/core/httproute.go. */
final class UnmatchedRequests {

    private static final RouteMatch ANY = RouteMatch.newBuilder().setPrefix("/").build();

    private UnmatchedRequests() {}

    /** The virtual host for all other hosts. */
    static VirtualHost of(ProxyView view) {
        OutboundTraffic traffic = view.scope().outboundTraffic();
        boolean allowed = traffic.mode() == OutboundTraffic.Mode.ALLOW_ANY;
        String name = allowed ? "allow_any" : "block_all";
        Route.Builder route = Route.newBuilder().setName(name).setMatch(ANY);
        if (allowed) {
            RouteAction.Builder action = RouteAction.newBuilder().setCluster(cluster(traffic));
            route.setRoute(
                    DefaultRoutes.withoutTimeout(action).setAppendXForwardedHost(ProxyHeaders.forwardedHost(view)));
        } else {
            route.setDirectResponse(DirectResponseAction.newBuilder().setStatus(502));
        }
        return VirtualHost.newBuilder()
                .setName(name)
                .addDomains("*")
                .addRoutes(route)
                .setIncludeRequestAttemptCount(ProxyHeaders.attemptCount(view))
                .build();
    }

    private static String cluster(OutboundTraffic traffic) {
        return traffic.egressProxy()
                .map(proxy -> Names.outbound(proxy.port().orElse(0), proxy.subset(), proxy.host()))
                .orElse(Names.PASSTHROUGH_CLUSTER);
    }
}
