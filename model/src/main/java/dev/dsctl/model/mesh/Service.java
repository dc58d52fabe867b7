package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service of the mesh: a Kubernetes Service or one host of a ServiceEntry. Source: {@code Service}, pilot/pkg/model/service.go.
 *
 * @param hostname fully qualified, for instance {@code web.shop.svc.cluster.local}
 * @param name {@code metadata.name}
 * @param namespace where it is defined
 * @param registry where it comes from
 * @param addresses virtual addresses in the order of {@code clusterIPs}; none for a headless service or one without
 * @param assigned addresses for want of any, for proxies that answer DNS queries themselves: IPv4 before IPv6
 * @param ports TCP-like and UDP ports in the order written
 * @param resolution how endpoints are found
 * @param meshExternal whether it stands for something outside the mesh
 * @param creation when it was created, RFC 3339, empty when not given: orders services that claim the same thing
 * @param labels {@code metadata.labels}
 * @param selector {@code spec.selector}
 * @param exportTo namespaces that see it; {@code *} all, {@code .} its own, {@code ~} none; empty: the mesh's default
 * @param serviceAccounts SPIFFE identities that annotations add to those of its endpoints
 * @param aliases ExternalName services that stand for this one, as {@code namespace/hostname}
 * @param kubernetes what only a Kubernetes Service has
 * @param source file and line
 */
public record Service(
        String hostname,
        String name,
        String namespace,
        Registry registry,
        Addresses addresses,
        Addresses assigned,
        List<ServicePort> ports,
        Resolution resolution,
        boolean meshExternal,
        String creation,
        Map<String, String> labels,
        Map<String, String> selector,
        Set<String> exportTo,
        List<String> serviceAccounts,
        List<String> aliases,
        Kubernetes kubernetes,
        SourceRef source) {

    /** The same service with these addresses for want of any. */
    Service withAssigned(Addresses others) {
        return with(others, ports, aliases);
    }

    /** The same service with these aliases. */
    public Service withAliases(List<String> others) {
        return with(assigned, ports, others);
    }

    /** The same service with these ports. */
    public Service withPorts(List<ServicePort> others) {
        return with(assigned, others, aliases);
    }

    private Service with(Addresses newAssigned, List<ServicePort> newPorts, List<String> newAliases) {
        return new Service(
                hostname,
                name,
                namespace,
                registry,
                addresses,
                newAssigned,
                newPorts,
                resolution,
                meshExternal,
                creation,
                labels,
                selector,
                exportTo,
                serviceAccounts,
                newAliases,
                kubernetes,
                source);
    }

    /** Where a service comes from. */
    public enum Registry {
        KUBERNETES,
        SERVICE_ENTRY
    }

    /** Which endpoints are preferred. Source: {@code TrafficDistribution}, pilot/pkg/model/service.go. */
    public enum TrafficDistribution {
        ANY,
        SAME_ZONE,
        SAME_NODE
    }

    /**
     * What only a Kubernetes Service has.
     *
     * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}; empty for a ServiceEntry
     * @param externalName target of an ExternalName service, else empty
     * @param nodeLocal whether {@code internalTrafficPolicy: Local} keeps traffic on the node
     * @param publishNotReadyAddresses whether endpoints that aren't ready take part
     * @param trafficDistribution which endpoints are preferred
     * @param racesAddresses whether connections race to all addresses that DNS gives, annotation {@code istio.io/connect-strategy}
     */
    public record Kubernetes(
            String type,
            String externalName,
            boolean nodeLocal,
            boolean publishNotReadyAddresses,
            TrafficDistribution trafficDistribution,
            boolean racesAddresses) {

        /** For services that aren't Kubernetes'. */
        public static final Kubernetes NONE = new Kubernetes("", "", false, false, TrafficDistribution.ANY, false);
    }
}
