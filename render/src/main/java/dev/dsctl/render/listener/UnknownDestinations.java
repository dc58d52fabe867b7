package dev.dsctl.render.listener;

import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.profile.ListenerChoices.UnknownIdleTimeout;
import dev.dsctl.render.Names;
import dev.dsctl.render.UnknownDestination;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of traffic to destinations that belong to no service. Source: {@code buildOutboundCatchAllNetworkFiltersOnly},
 * pilot/pkg/networking/core/listener_builder.go.
 */
final class UnknownDestinations {

    private UnknownDestinations() {}

    /** The filters that let it pass or drop it. */
    static List<Filter> filters(ListenerScope scope) {
        String cluster = UnknownDestination.cluster(scope.view()).orElse(Names.BLACK_HOLE_CLUSTER);
        TcpProxy.Builder proxy = TcpProxy.newBuilder().setStatPrefix(cluster).setCluster(cluster);
        scope.settings().idleTimeout().or(() -> byDefault(scope)).ifPresent(proxy::setIdleTimeout);
        return scope.filters().outbound(Protocol.TCP, proxy.build());
    }

    private static Optional<Duration> byDefault(ListenerScope scope) {
        return switch (scope.profile().choice(UnknownIdleTimeout.class)) {
            case ENVOYS_DEFAULT -> Optional.empty();
            case NEVER -> Optional.of(Duration.getDefaultInstance());
        };
    }
}
