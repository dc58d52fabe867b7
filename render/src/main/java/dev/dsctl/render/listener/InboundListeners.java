package dev.dsctl.render.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.profile.ListenerChoices.InboundChainOrder;
import dev.dsctl.model.profile.ListenerChoices.RedirectedPortInspection;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.security.MutualTlsMode;
import dev.dsctl.model.security.PeerAuthentications;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The listeners for what reaches a workload: one to which all traffic is redirected, and those with a socket of their own. Source:
 * {@code buildInboundListeners}, pilot/pkg/networking/core/listener_inbound.go.
 */
final class InboundListeners {

    private static final String NAME = "virtualInbound";

    private final ListenerScope scope;
    private final InboundChains chains;
    private final DownstreamTls tls;
    private final PeerAuthentications.Effective modes;

    private InboundListeners(ListenerScope scope) {
        this.scope = scope;
        this.chains = new InboundChains(scope);
        this.tls = DownstreamTls.of(scope.view());
        Proxy proxy = scope.view().proxy();
        this.modes = scope.view().mesh().policies().security().peers().forWorkload(proxy.namespace(), proxy.labels());
    }

    /** The inbound listeners of a proxy. */
    static List<Listener> of(ListenerScope scope) {
        return new InboundListeners(scope).all();
    }

    private List<Listener> all() {
        List<Listener> listeners = new ArrayList<>();
        List<FilterChain> redirected = new ArrayList<>();
        for (InboundPort port : InboundPorts.of(scope)) {
            List<FilterChain> portChains = chains(port);
            if (port.bind().socket() == Bind.Socket.OWN) {
                listeners.add(ownListener(port, portChains));
            } else {
                redirected.addAll(portChains);
            }
        }
        if (scope.profile().has(InboundChainOrder.BY_NAME)) {
            redirected.sort(Comparator.comparing(FilterChain::getName));
        }
        if (scope.view().proxy().interception() != InterceptionMode.NONE
                && !scope.addresses().wildcards().isEmpty()) {
            listeners.add(redirectedListener(redirected));
        }
        return listeners;
    }

    private List<FilterChain> chains(InboundPort port) {
        if (port.tls().isPresent() && modes.of(port.targetPort()) == MutualTlsMode.DISABLE) {
            TransportSocket own = new IngressTls(scope.view(), port.tls().get()).socket();
            return chains.of(
                    port,
                    InboundMatch.ofOwnTls(Handling.of(port.port().protocol())),
                    new DownstreamTls(own, own),
                    Optional.empty());
        }
        List<InboundMatch> matches = InboundMatch.of(
                Handling.of(port.port().protocol()),
                modes.of(port.targetPort()),
                scope.settings().plainHttpProtocols());
        return chains.of(port, matches, tls, Optional.empty());
    }

    private Listener redirectedListener(List<FilterChain> redirected) {
        int inbound = scope.settings().ports().inbound();
        List<FilterChain> all = new ArrayList<>();
        all.add(blackHole(inbound));
        all.addAll(InboundPassthrough.chains(scope, chains, tls, modes));
        all.addAll(redirected);
        Listener.Builder listener = listener(
                        scope.marks().listener(NAME), scope.addresses().wildcards(), inbound)
                .addAllFilterChains(all)
                .addListenerFilters(ListenerFilters.originalDestination());
        if (scope.view().proxy().interception() == InterceptionMode.TPROXY) {
            listener.setTransparent(BoolValue.of(true)).addListenerFilters(ListenerFilters.originalSource());
        }
        return inspected(
                listener,
                switch (scope.profile().choice(RedirectedPortInspection.class)) {
                    case LEFT_OUT -> all;
                    case UNMENTIONED -> all.subList(1, all.size());
                });
    }

    private Listener ownListener(InboundPort port, List<FilterChain> portChains) {
        Listener.Builder listener = listener(port.listenerName(), port.bind().addresses(), port.targetPort())
                .addAllFilterChains(portChains);
        return inspected(listener, portChains);
    }

    private Listener.Builder listener(String name, Addresses addresses, int port) {
        Listener.Builder listener = Envoy.listener(name, addresses, port)
                .setTrafficDirection(Direction.INBOUND.envoy())
                .setContinueOnListenerFiltersTimeout(true)
                .setListenerFiltersTimeout(scope.settings().detectionTimeout())
                .addAllAccessLog(scope.accessLogs().listener(Direction.INBOUND));
        scope.limitAccepts(listener);
        scope.balance(listener, Direction.INBOUND);
        return listener;
    }

    private Listener inspected(Listener.Builder listener, List<FilterChain> all) {
        return listener.addAllListenerFilters(InspectedPorts.of(all).filters(scope.listenerFilters()))
                .build();
    }

    /** What is sent to the listener's own port would come back to it for ever. */
    private FilterChain blackHole(int inbound) {
        return FilterChain.newBuilder()
                .setName("virtualInbound-blackhole")
                .setFilterChainMatch(FilterChainMatch.newBuilder().setDestinationPort(UInt32Value.of(inbound)))
                .addAllFilters(scope.filters().blackHole(Direction.INBOUND))
                .build();
    }
}
