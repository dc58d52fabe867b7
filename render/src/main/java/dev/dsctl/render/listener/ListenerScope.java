package dev.dsctl.render.listener;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.ListenerChoices.AcceptLimit;
import dev.dsctl.model.profile.ListenerChoices.StatPrefixEnd;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import dev.dsctl.render.FamilyMarks;
import dev.dsctl.render.security.SecurityFilters;
import dev.dsctl.render.telemetry.AccessLogs;
import dev.dsctl.render.telemetry.MetricsFilters;
import dev.dsctl.render.telemetry.Tracing;
import io.envoyproxy.envoy.config.listener.v3.Listener;

/**
 * What all listeners of a proxy share: its view of the mesh, settings, and the parts that are the same in each.
 *
 * @param view what the proxy sees
 * @param settings what holds for its listeners
 * @param addresses what stands for any address
 * @param binds where outbound listeners listen
 * @param reserved where none can listen
 * @param listenerFilters filters that inspect connections
 * @param filters network filters
 * @param managers HTTP connection managers
 * @param accessLogs logs
 */
record ListenerScope(
        ProxyView view,
        ListenerSettings settings,
        ListenAddresses addresses,
        Binds binds,
        ReservedPorts reserved,
        ListenerFilters listenerFilters,
        NetworkFilters filters,
        HttpConnectionManagers managers,
        AccessLogs accessLogs) {

    /** Of a proxy, or of the client that it is when only what it calls counts. */
    static ListenerScope of(ProxyView view, Tracing tracing) {
        ListenerSettings settings = ListenerSettings.of(view);
        ListenAddresses addresses = ListenAddresses.of(view);
        AccessLogs accessLogs = AccessLogs.of(view);
        MetricsFilters metrics = MetricsFilters.of(view);
        SecurityFilters security = SecurityFilters.of(view);
        HttpFilters httpFilters = new HttpFilters(view, security, metrics);
        return new ListenerScope(
                view,
                settings,
                addresses,
                new Binds(view, addresses),
                new ReservedPorts(view, settings, addresses),
                ListenerFilters.of(view.profile()),
                new NetworkFilters(view, accessLogs, metrics, security),
                new HttpConnectionManagers(view, settings, accessLogs, httpFilters, tracing),
                accessLogs);
    }

    IstioProfile profile() {
        return view.profile();
    }

    /** How names tell families apart. */
    FamilyMarks marks() {
        return FamilyMarks.of(view);
    }

    /** A name in statistics, ended so that Envoy can tell where it ends. */
    String statPrefix(String name) {
        return switch (profile().choice(StatPrefixEnd.class)) {
            case NONE -> name;
            case SEMICOLON -> name + ";";
        };
    }

    /** Limits how many connections a listener accepts at once. */
    void limitAccepts(Listener.Builder listener) {
        switch (profile().choice(AcceptLimit.class)) {
            case NONE -> {}
            case REDIRECTED, ALL_SOCKETS ->
                settings.acceptLimit().ifPresent(listener::setMaxConnectionsToAcceptPerSocketEvent);
        }
    }

    /** Spreads a listener's connections evenly over threads, where the proxy asks for it. */
    void balance(Listener.Builder listener, Direction direction) {
        if (settings.exactBalance().contains(direction)) {
            listener.getConnectionBalanceConfigBuilder().getExactBalanceBuilder();
        }
    }
}
