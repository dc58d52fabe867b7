package dev.dsctl.render.bootstrap;

import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The filter chains of a listener when those whose TLS needs a certificate take plain text. Where a port takes both, its other chains
 * already do; where it takes nothing but mutual TLS, its chains match what such a client would have sent inside.
 */
final class PlainChains {

    private static final String TLS = "tls";
    private static final String RAW = "raw_buffer";

    private final TransportSockets sockets;

    PlainChains(TransportSockets sockets) {
        this.sockets = sockets;
    }

    FilterChain ofDefault(FilterChain chain) {
        return chain.hasTransportSocket() ? with(chain, sockets.downstream(chain.getTransportSocket())) : chain;
    }

    List<FilterChain> of(List<FilterChain> chains) {
        Set<FilterChainMatch> plain = chains.stream()
                .filter(chain -> !chain.hasTransportSocket())
                .map(FilterChain::getFilterChainMatch)
                .filter(match -> !match.getTransportProtocol().equals(TLS))
                .map(PlainChains::whereTo)
                .collect(Collectors.toSet());
        List<FilterChain> made = new ArrayList<>();
        Set<FilterChainMatch> matches = new HashSet<>();
        for (FilterChain chain : chains) {
            boolean hadTls = chain.hasTransportSocket();
            FilterChain kept = ofDefault(chain);
            if (hadTls && !kept.hasTransportSocket()) {
                if (plain.contains(whereTo(chain.getFilterChainMatch()))) {
                    continue;
                }
                kept = kept.toBuilder()
                        .setFilterChainMatch(inside(chain.getFilterChainMatch()))
                        .build();
            }
            if (matches.add(kept.getFilterChainMatch())) {
                made.add(kept);
            }
        }
        return made;
    }

    private static FilterChain with(FilterChain chain, Optional<TransportSocket> socket) {
        FilterChain.Builder made = chain.toBuilder().clearTransportSocket();
        socket.ifPresent(made::setTransportSocket);
        return made.build();
    }

    /** A match but for the protocol. */
    private static FilterChainMatch whereTo(FilterChainMatch match) {
        return match.toBuilder()
                .clearTransportProtocol()
                .clearApplicationProtocols()
                .build();
    }

    /** What matches the content of the TLS that something matches. */
    private static FilterChainMatch inside(FilterChainMatch match) {
        FilterChainMatch.Builder made = whereTo(match).toBuilder();
        if (match.getTransportProtocol().equals(TLS)) {
            made.setTransportProtocol(RAW);
        }
        List<String> protocols = match.getApplicationProtocolsList();
        if (!protocols.isEmpty() && protocols.stream().allMatch(each -> each.startsWith("istio-h"))) {
            made.addApplicationProtocols("http/1.1").addApplicationProtocols("h2c");
        }
        return made.clearServerNames().build();
    }
}
