package dev.dsctl.render.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.ListenerChoices.Ipv4OfIpv6Proxies;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.Optional;

/**
 * The listener to which all of a workload's outgoing traffic is redirected; it hands connections on to the listener for their
 * destination. Source: {@code buildVirtualOutboundListener}, pilot/pkg/networking/core/listener_builder.go.
 */
final class RedirectedOutbound {

    private static final String NAME = "virtualOutbound";

    private RedirectedOutbound() {}

    /** The listener; none where nothing is redirected. */
    static Optional<Listener> of(ListenerScope scope) {
        InterceptionMode interception = scope.view().proxy().interception();
        Addresses addresses = addresses(scope);
        if (interception == InterceptionMode.NONE || addresses.isEmpty()) {
            return Optional.empty();
        }
        int port = scope.settings().ports().outbound();
        Listener.Builder listener = Envoy.listener(scope.marks().listener(NAME), addresses, port)
                .setTrafficDirection(Direction.OUTBOUND.envoy())
                .setUseOriginalDst(BoolValue.of(true))
                .addAllAccessLog(scope.accessLogs().listener(Direction.OUTBOUND))
                .addFilterChains(blackHole(scope, port))
                .addFilterChains(FilterChain.newBuilder()
                        .setName(NAME + "-catchall-tcp")
                        .addAllFilters(UnknownDestinations.filters(scope)));
        if (interception == InterceptionMode.TPROXY) {
            listener.setTransparent(BoolValue.of(true));
        }
        scope.limitAccepts(listener);
        return Optional.of(listener.build());
    }

    private static Addresses addresses(ListenerScope scope) {
        Addresses own = scope.addresses().wildcards();
        if (scope.view().proxy().ipMode() != IpMode.IPV6) {
            return own;
        }
        boolean ipv4Too = switch (scope.profile().choice(Ipv4OfIpv6Proxies.class)) {
            case NEVER -> false;
            case WHEN_ASKED ->
                scope.view().mesh().env().flag("ISTIO_ENABLE_IPV4_OUTBOUND_LISTENER_FOR_IPV6_CLUSTERS", false);
        };
        return ipv4Too ? Addresses.of(ListenAddresses.ANY_IPV6, ListenAddresses.ANY_IPV4) : own;
    }

    /** What is sent to the listener's own port would come back to it for ever. */
    private static FilterChain blackHole(ListenerScope scope, int port) {
        return FilterChain.newBuilder()
                .setName(NAME + "-blackhole")
                .setFilterChainMatch(FilterChainMatch.newBuilder().setDestinationPort(UInt32Value.of(port)))
                .addAllFilters(scope.filters().blackHole(Direction.OUTBOUND))
                .build();
    }
}
