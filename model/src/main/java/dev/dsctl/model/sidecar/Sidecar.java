package dev.dsctl.model.sidecar;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.traffic.ConnectionPool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sidecars of a namespace, or some of them, see and listen to (networking.istio.io). Source: istio/api
 * networking/v1alpha3/sidecar.proto.
 *
 * @param meta its metadata
 * @param selector labels of the workloads it is for; empty: all of its namespace, in the root namespace all of the mesh
 * @param ingress what the workload listens to; none: what its services say
 * @param egress what the workload may call; none: everything
 * @param outboundTraffic what becomes of calls to unknown destinations; empty: what the mesh says
 * @param inboundConnectionPool limits of connections to the workload, for ports that don't say their own
 */
public record Sidecar(
        ObjectMeta meta,
        Optional<Map<String, String>> selector,
        List<IngressListener> ingress,
        List<EgressListener> egress,
        Optional<OutboundTraffic> outboundTraffic,
        Optional<ConnectionPool> inboundConnectionPool) {

    /** Whether it is for a workload with these labels. */
    boolean selects(Map<String, String> labels) {
        return selector.isEmpty()
                || labels.entrySet().containsAll(selector.get().entrySet());
    }

    /** The limits of connections to a port of the workload. Source: {@code InboundConnectionPoolForPort}, pilot/pkg/model/sidecar.go. */
    public Optional<ConnectionPool> inboundConnectionPool(int port) {
        for (IngressListener listener : ingress) {
            if (listener.port().number() == port && listener.connectionPool().isPresent()) {
                return listener.connectionPool();
            }
        }
        return inboundConnectionPool;
    }
}
