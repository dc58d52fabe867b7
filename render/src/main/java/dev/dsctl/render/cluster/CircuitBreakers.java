package dev.dsctl.render.cluster;

import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers.Thresholds;

/** Limits that Istio sets so that Envoy's own, which are low, don't hold. Source: {@code getDefaultCircuitBreakerThresholds}. */
final class CircuitBreakers {

    private static final long UNLIMITED = 0xFFFF_FFFFL;

    private CircuitBreakers() {}

    static Thresholds.Builder unlimited(ClusterScope scope) {
        boolean tracked = switch (scope.choice(ClusterChoices.RemainingResources.class)) {
            case TRACKED -> true;
            case WHEN_ASKED -> !scope.env().flag("DISABLE_TRACK_REMAINING_CB_METRICS", true);
        };
        return Thresholds.newBuilder()
                .setMaxRetries(Values.uint32(UNLIMITED))
                .setMaxRequests(Values.uint32(UNLIMITED))
                .setMaxConnections(Values.uint32(UNLIMITED))
                .setMaxPendingRequests(Values.uint32(UNLIMITED))
                .setTrackRemaining(tracked);
    }
}
