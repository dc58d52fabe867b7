package dev.dsctl.model.mesh;

import java.util.Map;

/**
 * A workload that selectors of services can choose: a pod or a WorkloadEntry. Source: {@code WorkloadInstance},
 * pilot/pkg/model/service.go.
 *
 * @param namespace its namespace
 * @param name the object's name
 * @param kind what it is
 * @param addresses where it is, the primary address first
 * @param ports where it listens, by port name
 * @param weight load-balancing weight, 0 when not given
 * @param health whether it takes traffic
 * @param workload what runs there
 */
record WorkloadInstance(
        String namespace,
        String name,
        Kind kind,
        Addresses addresses,
        Map<String, Integer> ports,
        int weight,
        Endpoint.Health health,
        Workload workload) {

    /** What a workload is. */
    enum Kind {
        POD,
        /** A WorkloadEntry with an IP address or none. */
        ADDRESS,
        /** A WorkloadEntry with a host name, which only DNS can resolve. */
        HOSTNAME,
        /** A WorkloadEntry with a Unix socket. */
        SOCKET;

        /** Whether services can choose it whose endpoints istiod sends. */
        boolean isAddressable() {
            return this == POD || this == ADDRESS;
        }
    }
}
