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
 * @param http of HTTP connection managers
 * @param tcp of TCP proxies
 * @param listener of listeners, for connections that no filter chain took
 */
public record AccessLogs(List<AccessLog> http, List<AccessLog> tcp, List<AccessLog> listener) {

    /** Connections for which there is no filter chain. */
    private static final AccessLogFilter NO_CHAIN = AccessLogFilter.newBuilder()
            .setResponseFlagFilter(ResponseFlagFilter.newBuilder().addFlags("NR"))
            .build();

    /** Those of a proxy. */
    public static AccessLogs of(ProxyView view) {
        ListenerConfig.AccessLog config = view.mesh().config().listeners().accessLog();
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
        return new AccessLogs(
                List.copyOf(http), List.copyOf(tcp), config.listenersSilent() ? List.of() : List.copyOf(listener));
    }

    private static List<AccessLog> filtered(List<AccessLog> logs) {
        return logs.stream()
                .map(log -> log.toBuilder().setFilter(NO_CHAIN).build())
                .toList();
    }

    /** Of HTTP connection managers. */
    public List<AccessLog> http(Direction direction) {
        return http;
    }

    /** Of TCP proxies. */
    public List<AccessLog> tcp(Direction direction) {
        return tcp;
    }

    /** Of listeners. */
    public List<AccessLog> listener(Direction direction) {
        return listener;
    }
}
