package dev.dsctl.render.listener;

import com.google.protobuf.Duration;
import dev.dsctl.model.profile.ListenerChoices.ConnectionIdleTimeout;
import dev.dsctl.model.traffic.ConnectionPool;
import dev.dsctl.model.traffic.ConsistentHash;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.DestinationRule.Subset;
import dev.dsctl.model.traffic.LoadBalancer;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.model.traffic.TrafficPolicy.Tunnel;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.type.v3.HashPolicy;
import java.util.Optional;

/** TCP proxies as a DestinationRule wants them. Source: pilot/pkg/networking/core/networkfilter.go. */
final class TcpProxies {

    private final ListenerScope scope;

    TcpProxies(ListenerScope scope) {
        this.scope = scope;
    }

    /**
     * A proxy that has no destination yet.
     *
     * @param rule of the service it leads to
     * @param subset of that service, empty for all of it
     */
    TcpProxy.Builder of(String statPrefix, Optional<DestinationRule> rule, String subset) {
        TcpProxy.Builder proxy = TcpProxy.newBuilder().setStatPrefix(statPrefix);
        TrafficPolicy policy = rule.map(DestinationRule::policyOrNone).orElse(TrafficPolicy.NONE);
        Optional<ConnectionPool.Tcp> connections = policy.connectionPool().flatMap(ConnectionPool::tcp);
        idleTimeout(connections).ifPresent(proxy::setIdleTimeout);
        connections
                .flatMap(ConnectionPool.Tcp::maxConnectionDuration)
                .map(Values::duration)
                .ifPresent(proxy::setMaxDownstreamConnectionDuration);
        Optional<Subset> part = rule.flatMap(r -> r.subset(subset));
        if (hashesSource(policy, part)) {
            proxy.addHashPolicy(HashPolicy.newBuilder().setSourceIp(HashPolicy.SourceIp.getDefaultInstance()));
        }
        tunnel(policy, part, subset).ifPresent(tunnel -> proxy.setTunnelingConfig(config(tunnel)));
        return proxy;
    }

    private Optional<Duration> idleTimeout(Optional<ConnectionPool.Tcp> connections) {
        Optional<Duration> own = switch (scope.profile().choice(ConnectionIdleTimeout.class)) {
            case IGNORED -> Optional.empty();
            case HONOURED ->
                connections.flatMap(ConnectionPool.Tcp::idleTimeout).map(Values::duration);
        };
        return own.isPresent() ? own : scope.settings().idleTimeout();
    }

    /** A subset with a load balancer decides for itself, even if that doesn't hash. */
    private static boolean hashesSource(TrafficPolicy policy, Optional<Subset> subset) {
        Optional<LoadBalancer> own = subset.flatMap(Subset::policy).flatMap(TrafficPolicy::loadBalancer);
        return own.isPresent()
                ? hashesSource(own.get())
                : policy.loadBalancer().map(TcpProxies::hashesSource).orElse(false);
    }

    private static boolean hashesSource(LoadBalancer balancer) {
        return balancer.consistentHash()
                .flatMap(ConsistentHash::key)
                .filter(ConsistentHash.SourceIp.class::isInstance)
                .isPresent();
    }

    private static Optional<Tunnel> tunnel(TrafficPolicy policy, Optional<Subset> part, String subset) {
        return subset.isEmpty() ? policy.tunnel() : part.flatMap(Subset::policy).flatMap(TrafficPolicy::tunnel);
    }

    private static TcpProxy.TunnelingConfig config(Tunnel tunnel) {
        String host = tunnel.targetHost().contains(":") ? "[" + tunnel.targetHost() + "]" : tunnel.targetHost();
        return TcpProxy.TunnelingConfig.newBuilder()
                .setHostname(host + ":" + tunnel.targetPort())
                .setUsePost(tunnel.protocol().equals("POST"))
                .build();
    }
}
