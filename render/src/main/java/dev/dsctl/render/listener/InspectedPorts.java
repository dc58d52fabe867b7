package dev.dsctl.render.listener;

import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilterChainMatchPredicate;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilterChainMatchPredicate.MatchSet;
import io.envoyproxy.envoy.type.v3.Int32Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which inbound ports need a look at the first bytes of a connection. Inspectors are off on the others, where the server may speak
 * first. Source: {@code populateListenerFilters}, pilot/pkg/networking/core/listener_inbound.go.
 */
final class InspectedPorts {

    /** Stands for all ports without chains of their own. */
    private static final int OTHERS = 0;

    private final Map<Integer, Inspectors> ports = new TreeMap<>();

    private InspectedPorts() {}

    /** What chains need. */
    static InspectedPorts of(List<FilterChain> chains) {
        InspectedPorts result = new InspectedPorts();
        for (FilterChain chain : chains) {
            FilterChainMatch match = chain.getFilterChainMatch();
            Inspectors needed = new Inspectors(
                    match.getTransportProtocol().equals(ChainMatch.TLS),
                    match.getApplicationProtocolsList().contains("http/1.1")
                            || match.getApplicationProtocolsList().contains("h2c"));
            result.ports.merge(match.getDestinationPort().getValue(), needed, Inspectors::or);
        }
        return result;
    }

    /** The inspectors, in order: what is TLS is no HTTP in clear text. */
    List<ListenerFilter> filters(ListenerFilters available) {
        List<ListenerFilter> filters = new ArrayList<>(2);
        if (ports.values().stream().anyMatch(Inspectors::tls)) {
            filters.add(tls(available.tlsInspector()));
        }
        if (ports.values().stream().anyMatch(Inspectors::http)) {
            filters.add(disabledOn(portsWhere(inspectors -> !inspectors.http()), available.httpInspector()));
        }
        return filters;
    }

    private ListenerFilter tls(ListenerFilter inspector) {
        if (ports.getOrDefault(OTHERS, Inspectors.NONE).tls()) {
            return disabledOn(portsWhere(inspectors -> !inspectors.tls()), inspector);
        }
        return inspector.toBuilder()
                .setFilterDisabled(
                        ListenerFilterChainMatchPredicate.newBuilder().setNotMatch(anyOf(portsWhere(Inspectors::tls))))
                .build();
    }

    private List<Integer> portsWhere(Predicate<Inspectors> condition) {
        return ports.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ListenerFilter disabledOn(List<Integer> ports, ListenerFilter inspector) {
        return ports.isEmpty()
                ? inspector
                : inspector.toBuilder().setFilterDisabled(anyOf(ports)).build();
    }

    private static ListenerFilterChainMatchPredicate anyOf(List<Integer> ports) {
        List<ListenerFilterChainMatchPredicate> rules =
                ports.stream().map(InspectedPorts::only).toList();
        return rules.size() == 1
                ? rules.get(0)
                : ListenerFilterChainMatchPredicate.newBuilder()
                        .setOrMatch(MatchSet.newBuilder().addAllRules(rules))
                        .build();
    }

    private static ListenerFilterChainMatchPredicate only(int port) {
        return ListenerFilterChainMatchPredicate.newBuilder()
                .setDestinationPortRange(Int32Range.newBuilder().setStart(port).setEnd(port + 1))
                .build();
    }
}
