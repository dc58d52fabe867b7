package dev.dsctl.model.mesh;

import java.util.Map;

/**
 * One workload behind one port of a service. Source: {@code IstioEndpoint}, pilot/pkg/model/service.go.
 *
 * @param addresses the workload's addresses, the primary one first; a host name for DNS services, a path for Unix sockets
 * @param port where the workload listens (the target port)
 * @param servicePortName which service port it serves
 * @param labels the workload's labels, Istio's own additions included
 * @param locality {@code region/zone/subzone}, empty parts allowed, empty when unknown
 * @param serviceAccount SPIFFE identity, {@code spiffe://...}; empty when unknown
 * @param network network name, empty for the default
 * @param weight load-balancing weight, 0 when not given
 * @param tlsMode {@code istio} when the workload has a sidecar, else {@code disabled} or empty
 * @param namespace the workload's namespace
 * @param workloadName the workload's name (deployment or pod), empty when unknown
 * @param hostname the pod's hostname, empty when not set
 * @param subdomain the pod's subdomain, empty when not set
 * @param nodeName where the pod runs, empty when unknown
 * @param health whether it takes traffic
 */
public record Endpoint(
        Addresses addresses,
        int port,
        String servicePortName,
        Map<String, String> labels,
        String locality,
        String serviceAccount,
        String network,
        int weight,
        String tlsMode,
        String namespace,
        String workloadName,
        String hostname,
        String subdomain,
        String nodeName,
        Health health) {

    /** Whether a workload takes traffic. Source: {@code HealthStatus}, pilot/pkg/model/service.go. */
    public enum Health {
        HEALTHY,
        UNHEALTHY,
        DRAINING,
        TERMINATING
    }
}
