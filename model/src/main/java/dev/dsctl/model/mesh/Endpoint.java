package dev.dsctl.model.mesh;

import java.util.Map;

/**
 * One workload behind one port of a service. Source: {@code IstioEndpoint}, pilot/pkg/model/service.go.
 *
 * @param addresses the workload's addresses, the primary one first; a host name for DNS services, a path for Unix sockets
 * @param port where the workload listens (the target port)
 * @param servicePortName which service port it serves
 * @param servicePort the number of the port of a ServiceEntry that it serves, 0 when only the name tells
 * @param weight load-balancing weight, 0 when not given
 * @param health whether it takes traffic
 * @param workload what runs there
 */
public record Endpoint(
        Addresses addresses,
        int port,
        String servicePortName,
        int servicePort,
        int weight,
        Health health,
        Workload workload) {

    /** Whether a workload takes traffic. Source: {@code HealthStatus}, pilot/pkg/model/service.go. */
    public enum Health {
        HEALTHY,
        /** Nobody knows: Kubernetes doesn't run it. */
        UNKNOWN,
        /** Known, but not ready. */
        UNHEALTHY,
        /** Not ready, and known only to the sidecar that is meant. */
        UNUSED,
        /** Shuts down, but serves the sessions it has. */
        DRAINING,
        /** Shuts down. */
        TERMINATING
    }

    /** The workload's labels, Istio's own additions included. */
    public Map<String, String> labels() {
        return workload.labels();
    }

    /** {@code region/zone/subzone}, empty parts allowed, empty when unknown. */
    public String locality() {
        return workload.locality();
    }

    /** SPIFFE identity, {@code spiffe://...}; empty when unknown. */
    public String serviceAccount() {
        return workload.serviceAccount();
    }

    /** Network name, empty for the default. */
    public String network() {
        return workload.network();
    }

    /** {@code istio} when the workload has a sidecar, else {@code disabled}. */
    public String tlsMode() {
        return workload.tlsMode();
    }

    /** The workload's namespace, empty when unknown. */
    public String namespace() {
        return workload.namespace();
    }

    /** The workload's name (deployment or pod), empty when unknown. */
    public String workloadName() {
        return workload.name();
    }

    /** Where the workload runs, empty when unknown. */
    public String nodeName() {
        return workload.nodeName();
    }
}
