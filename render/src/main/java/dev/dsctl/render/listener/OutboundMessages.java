package dev.dsctl.render.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import dev.dsctl.model.profile.ListenerChoices.AcceptLimit;
import dev.dsctl.model.profile.ListenerChoices.ChainConflicts;
import dev.dsctl.model.profile.ListenerChoices.FilterTimeouts;
import dev.dsctl.model.profile.ListenerChoices.HandshakeTimeout;
import dev.dsctl.model.profile.ListenerChoices.HttpInspection;
import dev.dsctl.model.profile.ListenerChoices.ListenerLogs;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outbound listeners as messages. Source: {@code buildListenerFromEntry}, pilot/pkg/networking/core/listener.go. */
final class OutboundMessages {

    private static final Duration HANDSHAKE_TIMEOUT =
            Duration.newBuilder().setSeconds(15).build();

    private final ListenerScope scope;
    private final FilterChain passthrough;
    private final Optional<Duration> handshakeTimeout;

    OutboundMessages(ListenerScope scope) {
        this.scope = scope;
        this.passthrough = FilterChain.newBuilder()
                .setName("PassthroughFilterChain")
                .setFilterChainMatch(FilterChainMatch.getDefaultInstance())
                .addAllFilters(UnknownDestinations.filters(scope))
                .build();
        this.handshakeTimeout = switch (scope.profile().choice(HandshakeTimeout.class)) {
            case NONE -> Optional.empty();
            case FIFTEEN_SECONDS -> Optional.of(HANDSHAKE_TIMEOUT);
        };
    }

    /** The listener. */
    Listener listener(OutboundEntry entry) {
        Listener.Builder listener = Envoy.listener(
                        entry.name(), entry.bind().addresses(), entry.port().number())
                .setTrafficDirection(Direction.OUTBOUND.envoy());
        if (entry.bind().socket() == Bind.Socket.NONE) {
            listener.setBindToPort(BoolValue.of(false));
        } else if (scope.profile().has(AcceptLimit.ALL_SOCKETS)) {
            scope.limitAccepts(listener);
        }
        if (scope.profile().has(ListenerLogs.ALL)) {
            listener.addAllAccessLog(scope.accessLogs().listener(Direction.OUTBOUND));
        }
        scope.balance(listener, Direction.OUTBOUND);
        addInspectors(listener, inspectors(entry));
        addChains(listener, entry.chains());
        return listener.build();
    }

    private Inspectors inspectors(OutboundEntry entry) {
        return switch (scope.profile().choice(ChainConflicts.class)) {
            case SAME_MESSAGE -> entry.inspectors();
            case SAME_MEANING -> Inspectors.of(entry.chains());
        };
    }

    private void addInspectors(Listener.Builder listener, Inspectors needed) {
        boolean tls = needed.tls() || (needed.http() && scope.profile().has(HttpInspection.WITH_TLS));
        if (tls) {
            listener.addListenerFilters(scope.listenerFilters().tlsInspector());
        }
        if (needed.http()) {
            listener.addListenerFilters(scope.listenerFilters().httpInspector());
        }
        boolean waits = switch (scope.profile().choice(FilterTimeouts.class)) {
            case WITH_HTTP_INSPECTOR -> needed.http();
            case ALWAYS -> true;
        };
        if (waits) {
            listener.setContinueOnListenerFiltersTimeout(true)
                    .setListenerFiltersTimeout(
                            needed.http() ? scope.settings().detectionTimeout() : Duration.getDefaultInstance());
        }
    }

    /** A chain that matches everything becomes the last resort, unless it is the only one. */
    private void addChains(Listener.Builder listener, List<ChainSpec> specs) {
        List<FilterChain> chains = new ArrayList<>(specs.size());
        FilterChain lastResort = null;
        for (ChainSpec spec : specs) {
            FilterChain.Builder chain = chain(spec, listener.getName());
            if (spec.match().isAll()) {
                lastResort = chain.build();
            } else {
                chains.add(chain.setFilterChainMatch(spec.match().message()).build());
            }
        }
        if (lastResort != null && chains.isEmpty()) {
            listener.addFilterChains(lastResort);
        } else {
            listener.addAllFilterChains(chains).setDefaultFilterChain(lastResort == null ? passthrough : lastResort);
        }
    }

    private FilterChain.Builder chain(ChainSpec spec, String listenerName) {
        FilterChain.Builder chain = FilterChain.newBuilder().addAllFilters(filters(spec.content(), listenerName));
        if (spec.metadata().getFilterMetadataCount() > 0) {
            chain.setMetadata(spec.metadata());
        }
        handshakeTimeout.ifPresent(chain::setTransportSocketConnectTimeout);
        return chain;
    }

    private List<Filter> filters(ChainSpec.Content content, String listenerName) {
        if (content instanceof ChainSpec.Tcp tcp) {
            return tcp.filters();
        }
        OutboundHttp options = ((ChainSpec.Http) content).options();
        return List.of(NetworkFilters.httpConnectionManager(
                scope.managers().outbound(options, scope.statPrefix("outbound_" + listenerName))));
    }
}
