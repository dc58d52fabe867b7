package dev.dsctl.model.sidecar;

import dev.dsctl.model.traffic.ConnectionPool;
import java.util.Optional;

/**
 * What a workload listens to on a port.
 *
 * @param port the port
 * @param bind the address to listen on, empty when not given
 * @param captureMode how calls reach it
 * @param defaultEndpoint where the application listens: {@code address:port}, {@code unix:///path}, or empty
 * @param tls what the sidecar shows clients from outside the mesh
 * @param connectionPool limits of connections
 */
public record IngressListener(
        SidecarPort port,
        String bind,
        CaptureMode captureMode,
        String defaultEndpoint,
        Optional<ServerTls> tls,
        Optional<ConnectionPool> connectionPool) {}
