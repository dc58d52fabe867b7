package dev.dsctl.render.listener;

import com.google.protobuf.Duration;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.mesh.ListenerConfig;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the mesh's settings, istiod's environment and a proxy's metadata say about its listeners. Source: pilot/pkg/features/*.go and
 * {@code NodeMetadata}, pkg/model/proxy.go.
 *
 * @param ports where the sidecar listens for redirected traffic
 * @param detectionTimeout how long to wait for the first bytes of a connection
 * @param idleTimeout after which time idle connections are closed; none for Envoy's default
 * @param http10 whether HTTP/1.0 is accepted
 * @param plainHttpProtocols HTTP in clear text, as the HTTP inspector names it
 * @param unprivileged whether the proxy can't listen on ports below 1024
 * @param exactBalance directions in which connections are spread evenly over threads
 * @param acceptLimit how many connections are accepted at once; none for Envoy's default
 */
record ListenerSettings(
        ListenerConfig.Ports ports,
        Duration detectionTimeout,
        Optional<Duration> idleTimeout,
        boolean http10,
        List<String> plainHttpProtocols,
        boolean unprivileged,
        Set<Direction> exactBalance,
        Optional<UInt32Value> acceptLimit) {

    static ListenerSettings of(ProxyView view) {
        ListenerConfig config = view.mesh().config().listeners();
        Map<String, String> metadata = view.proxy().metadata();
        boolean http10 = view.mesh().env().flag("PILOT_HTTP10", false);
        int limit = (int) view.mesh().env().number("MAX_CONNECTIONS_PER_SOCKET_EVENT_LOOP", 1, 0, Integer.MAX_VALUE);
        return new ListenerSettings(
                ports(config.ports(), metadata.getOrDefault("HTTP_PROXY_PORT", "")),
                duration(config.protocolDetectionTimeout()),
                Durations.parse(metadata.getOrDefault("IDLE_TIMEOUT", "")).map(ListenerSettings::duration),
                http10 || metadata.getOrDefault("HTTP10", "").equals("1"),
                http10 ? List.of("http/1.0", "http/1.1", "h2c") : List.of("http/1.1", "h2c"),
                metadata.getOrDefault("UNPRIVILEGED_POD", "").equals("true"),
                exactBalance(metadata),
                limit > 0 ? Optional.of(UInt32Value.of(limit)) : Optional.empty());
    }

    private static Set<Direction> exactBalance(Map<String, String> metadata) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (Direction direction : Direction.values()) {
            if (metadata.getOrDefault(direction + "_LISTENER_EXACT_BALANCE", "").equals("true")) {
                directions.add(direction);
            }
        }
        return directions;
    }

    private static ListenerConfig.Ports ports(ListenerConfig.Ports mesh, String httpProxy) {
        return httpProxy.matches("\\d{1,5}")
                ? new ListenerConfig.Ports(mesh.outbound(), mesh.inbound(), Integer.parseInt(httpProxy))
                : mesh;
    }

    private static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
