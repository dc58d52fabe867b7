package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.List;
import java.util.Map;

/**
 * A Kubernetes Service ({@code v1}).
 *
 * @param meta name, namespace, labels, annotations
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}
 * @param externalName what an ExternalName service stands for, else empty
 * @param families which families are asked for
 * @param clusterIps {@code spec.clusterIPs} in order; {@code None} alone for a headless service; empty when none was assigned
 * @param ports in the order written
 * @param selector {@code spec.selector}, empty when there is none
 * @param traffic how traffic is spread
 */
public record KubeService(
        ObjectMeta meta,
        String type,
        String externalName,
        Families families,
        List<String> clusterIps,
        List<Port> ports,
        Map<String, String> selector,
        Traffic traffic) {

    /** What {@code clusterIP} says of a service without virtual address. */
    static final String NO_CLUSTER_IP = "None";

    /** Whether the service has no virtual address on purpose. */
    public boolean isHeadless() {
        return !clusterIps.isEmpty() && clusterIps.get(0).equals(NO_CLUSTER_IP);
    }

    /** Whether the service is a name for something outside the cluster. */
    public boolean isExternalName() {
        return type.equals("ExternalName") && !externalName.isEmpty();
    }

    /**
     * Which families are asked for.
     *
     * @param policy {@code spec.ipFamilyPolicy}, empty when not given
     * @param listed {@code spec.ipFamilies}: {@code IPv4}, {@code IPv6}, the preferred one first
     */
    public record Families(String policy, List<String> listed) {

        public Families {
            listed = List.copyOf(listed);
        }
    }

    /**
     * How traffic is spread over the endpoints.
     *
     * @param local whether {@code internalTrafficPolicy} is {@code Local}
     * @param distribution {@code spec.trafficDistribution}, empty when not given
     * @param publishNotReady {@code spec.publishNotReadyAddresses}
     */
    public record Traffic(boolean local, String distribution, boolean publishNotReady) {}

    /**
     * A service port.
     *
     * @param name empty when a single port has none
     * @param number 1 to 65535
     * @param transport {@code TCP}, {@code UDP} or {@code SCTP}
     * @param appProtocol null when not given
     * @param target where the workload listens
     */
    public record Port(String name, int number, String transport, String appProtocol, PortReference target) {}
}
