package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.Workload;
import dev.dsctl.model.security.MutualTlsMode;
import dev.dsctl.model.traffic.TrafficPolicy;

/**
 * What a service's workloads are taken to accept, without looking at each. Source: {@code BestEffortInferServiceMTLSMode},
 * pilot/pkg/model/push_context.go.
 */
final class MutualTls {

    private MutualTls() {}

    static MutualTlsMode of(OutboundPort port, TrafficPolicy policy, ClusterScope scope) {
        Service service = port.service();
        if (service.meshExternal()) {
            return MutualTlsMode.UNKNOWN;
        }
        boolean passes = service.resolution() == Resolution.PASSTHROUGH || policy.passesThrough();
        // Where Envoy doesn't know the hosts it can't decide for each: all or none.
        if (passes && !allHaveSidecars(port, scope)) {
            return MutualTlsMode.DISABLE;
        }
        MutualTlsMode declared =
                scope.view().mesh().policies().security().peers().forNamespace(service.namespace());
        return declared == MutualTlsMode.UNKNOWN ? MutualTlsMode.PERMISSIVE : declared;
    }

    private static boolean allHaveSidecars(OutboundPort port, ClusterScope scope) {
        boolean any = false;
        for (Endpoint endpoint : scope.view().mesh().listedEndpointsOf(port.service(), port.port())) {
            any = true;
            if (endpoint.tlsMode().equals(Workload.TLS_DISABLED)) {
                return false;
            }
        }
        return any;
    }
}
