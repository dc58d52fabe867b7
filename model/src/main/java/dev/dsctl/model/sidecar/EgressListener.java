package dev.dsctl.model.sidecar;

import java.util.List;
import java.util.Optional;

/**
 * What a workload may call on one port, or on all.
 *
 * @param port the port; empty: all that no other listener has
 * @param bind the address or Unix socket ({@code unix:///path}) to listen on, empty when not given
 * @param captureMode how calls reach it
 * @param hosts what may be called, as {@code namespace/host} with {@code *}, {@code .} and {@code ~} for namespaces
 */
public record EgressListener(Optional<SidecarPort> port, String bind, CaptureMode captureMode, List<String> hosts) {

    /** Calls to everything. */
    public static final EgressListener EVERYTHING =
            new EgressListener(Optional.empty(), "", CaptureMode.DEFAULT, List.of("*/*"));
}
