package dev.dsctl.render.listener;

import com.google.protobuf.UInt32Value;
import dev.dsctl.render.StatPattern;
import dev.dsctl.render.route.InboundRoutes;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filter chains of inbound ports. Source: {@code inboundChainForOpts}, pilot/pkg/networking/core/listener_inbound.go. */
final class InboundChains {

    private final ListenerScope scope;

    InboundChains(ListenerScope scope) {
        this.scope = scope;
    }

    /** A chain for each way in which a port is reached, all for destinations in a range if there is one. */
    List<FilterChain> of(InboundPort port, List<InboundMatch> matches, DownstreamTls tls, Optional<CidrRange> range) {
        List<FilterChain> chains = new ArrayList<>(matches.size());
        List<Filter> http = null;
        List<Filter> tcp = null;
        for (InboundMatch match : matches) {
            boolean isHttp = match.content() == InboundMatch.Content.HTTP;
            if (isHttp && http == null) {
                http = httpFilters(port);
            }
            if (!isHttp && tcp == null) {
                tcp = tcpFilters(port);
            }
            FilterChain.Builder chain = FilterChain.newBuilder()
                    .setName(port.chainName(match.content()))
                    .setFilterChainMatch(match(port, match, range))
                    .addAllFilters(isHttp ? http : tcp);
            if (match.encryption() == InboundMatch.Encryption.TAKEN_OFF) {
                chain.setTransportSocket(isHttp ? tls.http() : tls.tcp());
            }
            if (!port.metadata().equals(Metadata.getDefaultInstance())) {
                chain.setMetadata(port.metadata());
            }
            chains.add(chain.build());
        }
        return chains;
    }

    private static FilterChainMatch match(InboundPort port, InboundMatch match, Optional<CidrRange> range) {
        FilterChainMatch.Builder result = FilterChainMatch.newBuilder()
                .addAllApplicationProtocols(match.applicationProtocols())
                .setTransportProtocol(match.transportProtocol());
        range.ifPresent(result::addPrefixRanges);
        if (port.targetPort() > 0) {
            result.setDestinationPort(UInt32Value.of(port.targetPort()));
        }
        return result.build();
    }

    private List<Filter> httpFilters(InboundPort port) {
        RouteConfiguration routes =
                InboundRoutes.of(scope.view(), port.cluster(), port.statistics().hostname(), port.port());
        HttpConnectionManagers managers = scope.managers();
        return scope.filters()
                .inboundHttp(
                        port.isPassthrough()
                                ? managers.passthrough(routes, scope.statPrefix(port.cluster()))
                                : managers.inbound(
                                        port.port().protocol(),
                                        routes,
                                        scope.statPrefix("inbound_" + port.listenerName())));
    }

    private List<Filter> tcpFilters(InboundPort port) {
        TcpProxy.Builder proxy =
                TcpProxy.newBuilder().setStatPrefix(tcpStatPrefix(port)).setCluster(port.cluster());
        scope.settings().idleTimeout().ifPresent(proxy::setIdleTimeout);
        return scope.filters().inbound(port.port().protocol(), proxy.build());
    }

    private String tcpStatPrefix(InboundPort port) {
        String text = scope.view().mesh().config().listeners().statNames().inbound();
        StatPattern pattern = StatPattern.of(text, scope.profile());
        return pattern.isEmpty() ? port.cluster() : pattern.withSubset("").filled(port.statistics(), port.port());
    }
}
