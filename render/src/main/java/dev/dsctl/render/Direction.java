package dev.dsctl.render;

import io.envoyproxy.envoy.config.core.v3.TrafficDirection;

/** Which way traffic goes through a sidecar. Source: {@code ListenerClass}, pilot/pkg/networking/networking.go. */
public enum Direction {
    /** To the proxy's own workload. */
    INBOUND(TrafficDirection.INBOUND),
    /** From the proxy's own workload. */
    OUTBOUND(TrafficDirection.OUTBOUND);

    private final TrafficDirection envoy;

    Direction(TrafficDirection envoy) {
        this.envoy = envoy;
    }

    /** Envoy's word for it. */
    public TrafficDirection envoy() {
        return envoy;
    }
}
