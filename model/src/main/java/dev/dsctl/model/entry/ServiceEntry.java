package dev.dsctl.model.entry;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Services that Kubernetes doesn't know, one for each host (networking.istio.io). Source: istio/api
 * networking/v1alpha3/service_entry.proto.
 *
 * @param meta its metadata
 * @param hosts names of the services, may begin with {@code *}
 * @param addresses virtual addresses or address ranges that every host has
 * @param ports in the order written
 * @param location whether the services belong to the mesh
 * @param resolution how endpoints are found
 * @param endpoints in the order written
 * @param selector labels of the workloads that are endpoints, empty when endpoints are written out
 * @param exportTo namespaces that see it; {@code *} all, {@code .} its own, {@code ~} none; empty: the mesh's default
 * @param subjectAltNames identities that endpoints may have
 * @param assigned addresses that istiod's controller gave to hosts ({@code status.addresses}), by host
 */
public record ServiceEntry(
        ObjectMeta meta,
        List<String> hosts,
        List<String> addresses,
        List<Port> ports,
        Location location,
        Resolution resolution,
        List<WorkloadEntry> endpoints,
        Optional<Map<String, String>> selector,
        Set<String> exportTo,
        List<String> subjectAltNames,
        Map<String, List<String>> assigned) {

    /** Whether services belong to the mesh. */
    public enum Location {
        MESH_EXTERNAL,
        MESH_INTERNAL
    }

    /** How endpoints are found. */
    public enum Resolution {
        /** The original destination is used. */
        NONE,
        /** Endpoints are given. */
        STATIC,
        /** Host names are resolved; all answers count. */
        DNS,
        /** Host names are resolved; one answer at a time counts. */
        DNS_ROUND_ROBIN,
        /** The name that a client asks for is resolved. */
        DYNAMIC_DNS;

        /** Whether endpoints may be host names. */
        public boolean resolvesNames() {
            return this == DNS || this == DNS_ROUND_ROBIN;
        }
    }

    /**
     * A port.
     *
     * @param name unique within the entry
     * @param number 1 to 65535
     * @param protocol as written
     * @param targetPort where endpoints listen, 0 when not given
     */
    public record Port(String name, int number, String protocol, int targetPort) {}
}
