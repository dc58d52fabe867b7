package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.profile.PolicyChoices.Http2Upgrade;
import dev.dsctl.model.traffic.ConnectionPool;
import dev.dsctl.model.traffic.ConnectionPool.H2Upgrade;
import dev.dsctl.model.traffic.LoadBalancer;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.render.endpoint.LocalitySettings;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UpstreamProtocolOptionsCase;

/**
 * What a traffic policy makes of a cluster, TLS apart. Source: {@code applyTrafficPolicy},
 * pilot/pkg/networking/core/cluster_traffic_policy.go.
 */
final class TrafficPolicies {

    private TrafficPolicies() {}

    static void apply(ClusterDraft draft, OutboundPort port, TrafficPolicy policy, LocalitySettings localities) {
        ClusterScope scope = port.scope();
        ConnectionPool pool = policy.connectionPool().orElse(ConnectionPool.NONE);
        boolean upgrades = upgrades(pool, port.port().protocol(), scope);
        switch (scope.choice(Http2Upgrade.class)) {
            case BEFORE_LIMITS -> {
                if (upgrades && hasNoProtocol(draft)) {
                    HttpProtocols.http2(draft.http(), scope);
                }
                ConnectionPools.apply(draft, pool, policy, scope);
            }
            case AFTER_LIMITS, AFTER_LIMITS_UNLESS_CLIENT_PROTOCOL -> {
                ConnectionPools.apply(draft, pool, policy, scope);
                if (upgrades) {
                    HttpProtocols.http2(draft.http(), scope);
                }
            }
        }
        policy.outlierDetection()
                .ifPresent(detection -> OutlierDetections.apply(
                        draft.cluster(), detection, LoadBalancers.panics(port.service(), scope)));
        LoadBalancers.apply(draft, port, policy.loadBalancer().orElse(LoadBalancer.NONE), localities);
    }

    private static boolean hasNoProtocol(ClusterDraft draft) {
        return draft.http().getUpstreamProtocolOptionsCase()
                == UpstreamProtocolOptionsCase.UPSTREAMPROTOCOLOPTIONS_NOT_SET;
    }

    private static boolean upgrades(ConnectionPool pool, Protocol protocol, ClusterScope scope) {
        boolean asClient =
                pool.http().map(ConnectionPool.Http::useClientProtocol).orElse(false);
        if (asClient && scope.choice(Http2Upgrade.class) != Http2Upgrade.AFTER_LIMITS) {
            return false;
        }
        return switch (pool.http().map(ConnectionPool.Http::h2Upgrade).orElse(H2Upgrade.DEFAULT)) {
            case UPGRADE -> true;
            case DO_NOT_UPGRADE -> false;
            // Only ports that are surely HTTP: the application may not speak HTTP/2 otherwise.
            case DEFAULT -> protocol.isHttp() && scope.mesh().h2Upgrade();
        };
    }
}
