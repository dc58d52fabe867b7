package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.profile.ListenerChoices.ChainConflicts;
import dev.dsctl.model.profile.ListenerChoices.JoinedInspectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outbound listeners by address and port, as services join them oldest first. Source: {@code buildSidecarOutboundListener},
 * pilot/pkg/networking/core/listener.go.
 */
final class OutboundEntries {

    private final ListenerScope scope;
    private final OutboundChains chains;
    private final Optional<String> only;
    private final Map<String, OutboundEntry> entries = new LinkedHashMap<>();
    private final Set<String> locked = new HashSet<>();

    /**
     * No listeners yet.
     *
     * @param only the one address at which there shall be any; empty for all addresses. What joins a listener at one address changes none at
     *     another.
     */
    OutboundEntries(ListenerScope scope, Optional<String> only) {
        this.scope = scope;
        this.only = only;
        this.chains = new OutboundChains(scope);
    }

    /** All listeners. */
    Collection<OutboundEntry> all() {
        return entries.values();
    }

    /** Lets nothing more join the listeners that are there now. */
    void lock() {
        locked.addAll(entries.keySet());
    }

    /** Adds a port to the listener for its address, or opens one. */
    void add(OutboundPort candidate) {
        if (candidate.service().resolution() == Resolution.ALIAS
                || Handling.of(candidate.port().protocol()) == Handling.NONE) {
            return;
        }
        OutboundPort port = scope.binds().resolve(candidate);
        if (only.isPresent() && !port.bind().primary().equals(only.get())) {
            return;
        }
        String key = port.bind().primary() + " " + port.port().number();
        if (locked.contains(key)) {
            return;
        }
        OutboundEntry current = entries.get(key);
        if (current == null) {
            entries.put(key, open(port));
        } else if (port.port().protocol() == Protocol.HTTP_PROXY) {
            joinProxy(key, port, current);
        } else {
            join(key, port, current);
        }
    }

    private OutboundEntry open(OutboundPort port) {
        List<ChainSpec> specs = chains.of(port);
        OutboundEntry entry = new OutboundEntry(port.port(), port.bind(), chains.protocol(port), scope.profile());
        entry.require(Inspectors.of(specs));
        entry.append(specs);
        return entry;
    }

    /** Applications that use the sidecar as HTTP proxy find one listener, whichever service it was opened for. */
    private void joinProxy(String key, OutboundPort port, OutboundEntry current) {
        switch (scope.profile().choice(ChainConflicts.class)) {
            case SAME_MESSAGE -> current.merge(chains.of(port));
            case SAME_MEANING -> entries.put(key, open(port));
        }
    }

    private void join(String key, OutboundPort port, OutboundEntry current) {
        switch (Conflict.between(port.port().protocol(), current.protocol())) {
            case SERVED, REFUSED -> {}
            case REPLACE -> entries.put(key, open(port));
            case HTTP_JOINS_TCP -> {
                joinHttp(current, offer(port, current));
                current.sniff();
            }
            case TCP_JOINS_HTTP -> {
                joinTcp(current, offer(port, current));
                current.sniff();
            }
            case SNIFFED_JOINS_TCP -> {
                current.merge(offer(port, current));
                current.sniff();
            }
            case TCP_JOINS -> current.merge(joining(port, current));
        }
    }

    private List<ChainSpec> joining(OutboundPort port, OutboundEntry current) {
        return switch (scope.profile().choice(JoinedInspectors.class)) {
            case REQUIRED -> offer(port, current);
            case FORGOTTEN -> chains.of(port);
        };
    }

    private List<ChainSpec> offer(OutboundPort port, OutboundEntry current) {
        List<ChainSpec> specs = chains.of(port);
        current.require(Inspectors.of(specs));
        return specs;
    }

    private void joinHttp(OutboundEntry current, List<ChainSpec> http) {
        switch (scope.profile().choice(ChainConflicts.class)) {
            case SAME_MESSAGE -> current.append(recognised(http));
            case SAME_MEANING -> current.merge(http);
        }
    }

    private void joinTcp(OutboundEntry current, List<ChainSpec> tcp) {
        switch (scope.profile().choice(ChainConflicts.class)) {
            case SAME_MESSAGE -> {
                List<ChainSpec> http = current.drain();
                current.append(tcp);
                current.append(recognised(http));
            }
            case SAME_MEANING -> current.merge(tcp);
        }
    }

    /** HTTP chains that match what was recognised as HTTP, beside TCP chains that take the rest. */
    private List<ChainSpec> recognised(List<ChainSpec> http) {
        return http.stream()
                .map(chain -> {
                    List<String> protocols = new ArrayList<>(chain.match().applicationProtocols());
                    scope.settings().plainHttpProtocols().stream()
                            .filter(protocol -> !protocols.contains(protocol))
                            .forEach(protocols::add);
                    return chain.with(chain.match().withApplicationProtocols(protocols));
                })
                .toList();
    }
}
