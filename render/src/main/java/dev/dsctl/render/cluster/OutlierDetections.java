package dev.dsctl.render.cluster;

import dev.dsctl.model.traffic.OutlierDetection;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;

/**
 * When hosts are taken out of the pool. Source: {@code applyOutlierDetection},
 * pilot/pkg/networking/core/cluster_traffic_policy.go.
 */
final class OutlierDetections {

    private OutlierDetections() {}

    /**
     * Sets outlier detection.
     *
     * @param panics whether all hosts are used when few are healthy
     */
    static void apply(Cluster.Builder cluster, OutlierDetection detection, PanicMode panics) {
        io.envoyproxy.envoy.config.cluster.v3.OutlierDetection.Builder out =
                io.envoyproxy.envoy.config.cluster.v3.OutlierDetection.newBuilder()
                        .setEnforcingSuccessRate(Values.uint32(0));
        detection
                .consecutive5xxErrors()
                .ifPresent(n -> out.setConsecutive5Xx(Values.uint32(n))
                        .setEnforcingConsecutive5Xx(Values.uint32(enforcing(n))));
        detection
                .consecutiveGatewayErrors()
                .ifPresent(n -> out.setConsecutiveGatewayFailure(Values.uint32(n))
                        .setEnforcingConsecutiveGatewayFailure(Values.uint32(enforcing(n))));
        detection.interval().ifPresent(t -> out.setInterval(Values.duration(t)));
        detection.baseEjectionTime().ifPresent(t -> out.setBaseEjectionTime(Values.duration(t)));
        if (detection.maxEjectionPercent() > 0) {
            out.setMaxEjectionPercent(Values.uint32(detection.maxEjectionPercent()));
        }
        if (detection.splitExternalLocalOriginErrors()) {
            splitErrors(out, detection.consecutiveLocalOriginFailures().orElse(0L));
        }
        cluster.setOutlierDetection(out);
        if (detection.minHealthPercent() >= 0) {
            // Istio writes 0 too: Envoy's own threshold would be 50 percent.
            int percent = switch (panics) {
                case NEVER -> 0;
                case WHEN_FEW_ARE_HEALTHY -> detection.minHealthPercent();
            };
            cluster.getCommonLbConfigBuilder().setHealthyPanicThreshold(Values.percent(percent));
        }
    }

    /** Whether all hosts are used when few are healthy. */
    enum PanicMode {
        WHEN_FEW_ARE_HEALTHY,
        /** Unhealthy hosts are among the endpoints, so they would get traffic. */
        NEVER
    }

    private static void splitErrors(
            io.envoyproxy.envoy.config.cluster.v3.OutlierDetection.Builder out, long localFailures) {
        out.setSplitExternalLocalOriginErrors(true);
        if (localFailures > 0) {
            out.setConsecutiveLocalOriginFailure(Values.uint32(localFailures))
                    .setEnforcingConsecutiveLocalOriginFailure(Values.uint32(100));
        }
        out.setEnforcingLocalOriginSuccessRate(Values.uint32(0));
    }

    private static long enforcing(long errors) {
        return errors > 0 ? 100 : 0;
    }
}
