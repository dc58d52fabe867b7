package dev.dsctl.model.mesh;

import java.util.Map;

/**
 * What runs behind an endpoint: a pod or a WorkloadEntry. Shared by all its endpoints. Source: {@code EndpointBuilder},
 * pilot/pkg/serviceregistry/kube/controller/endpoint_builder.go.
 *
 * @param name the workload's name (deployment or pod), empty when unknown
 * @param namespace its namespace, empty when unknown
 * @param labels its labels, Istio's own additions included
 * @param locality {@code region/zone/subzone}, empty when unknown
 * @param network network name, empty for the default
 * @param serviceAccount SPIFFE identity, {@code spiffe://...}; empty when unknown
 * @param tlsMode {@code istio} when it has a sidecar, else {@code disabled}
 * @param hostname the pod's hostname within its subdomain, empty when not set
 * @param subdomain the pod's subdomain, empty when not set
 * @param nodeName where it runs, empty when unknown
 * @param cluster the cluster it belongs to, empty for none
 */
public record Workload(
        String name,
        String namespace,
        Map<String, String> labels,
        String locality,
        String network,
        String serviceAccount,
        String tlsMode,
        String hostname,
        String subdomain,
        String nodeName,
        String cluster) {

    /** The TLS mode of a workload without sidecar. */
    public static final String TLS_DISABLED = "disabled";
}
