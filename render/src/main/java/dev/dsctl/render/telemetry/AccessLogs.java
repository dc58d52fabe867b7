package dev.dsctl.render.telemetry;

import dev.dsctl.model.mesh.ListenerConfig;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLogFilter;
import io.envoyproxy.envoy.config.accesslog.v3.ResponseFlagFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * The access logs of a proxy. Source: pilot/pkg/networking/core/accesslog.go.
 *
 * @param inbound of what arrives
 * @param outbound of what is sent
 */
public record AccessLogs(Side inbound, Side outbound) {

    /** Connections for which there is no filter chain. */
    private static final AccessLogFilter NO_CHAIN = AccessLogFilter.newBuilder()
            .setResponseFlagFilter(ResponseFlagFilter.newBuilder().addFlags("NR"))
            .build();

    /**
     * The access logs of one direction.
     *
     * @param http of HTTP connection managers
     * @param tcp of TCP proxies
     * @param listener of listeners, for connections that no filter chain took
     */
    record Side(List<AccessLog> http, List<AccessLog> tcp, List<AccessLog> listener) {}

    /** Those of a proxy. */
    public static AccessLogs of(ProxyView view) {
        ProviderLogs providers = new ProviderLogs(Reporting.of(view));
        return new AccessLogs(side(view, providers, Direction.INBOUND), side(view, providers, Direction.OUTBOUND));
    }

    private static Side side(ProxyView view, ProviderLogs providers, Direction direction) {
        ListenerConfig.AccessLog config = view.mesh().config().listeners().accessLog();
        Side side = providers
                .of(direction)
                .map(logs -> new Side(logs, logs, filtered(logs)))
                .orElseGet(() -> ofSettings(config, view));
        return config.listenersSilent() ? new Side(side.http, side.tcp, List.of()) : side;
    }

    private static Side ofSettings(ListenerConfig.AccessLog config, ProxyView view) {
        List<AccessLog> http = new ArrayList<>(2);
        List<AccessLog> tcp = new ArrayList<>(2);
        if (!config.file().isEmpty()) {
            AccessLog file = FileAccessLogs.of(config, view.profile());
            http.add(file);
            tcp.add(file);
        }
        List<AccessLog> listener = new ArrayList<>(filtered(tcp));
        if (config.service()) {
            http.add(ServiceAccessLogs.http(view.profile()));
            tcp.add(ServiceAccessLogs.tcp("tcp_envoy_accesslog", view.profile()));
            listener.addAll(filtered(List.of(ServiceAccessLogs.tcp("listener_envoy_accesslog", view.profile()))));
        }
        return new Side(List.copyOf(http), List.copyOf(tcp), List.copyOf(listener));
    }

    private static List<AccessLog> filtered(List<AccessLog> logs) {
        return logs.stream().map(log -> ProviderLogs.narrowed(log, NO_CHAIN)).toList();
    }

    /** Of HTTP connection managers. */
    public List<AccessLog> http(Direction direction) {
        return side(direction).http();
    }

    /** Of TCP proxies. */
    public List<AccessLog> tcp(Direction direction) {
        return side(direction).tcp();
    }

    /** Of listeners. */
    public List<AccessLog> listener(Direction direction) {
        return side(direction).listener();
    }

    private Side side(Direction direction) {
        return switch (direction) {
            case INBOUND -> inbound;
            case OUTBOUND -> outbound;
        };
    }
}
