package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.TopologyLabels;
import dev.dsctl.model.profile.EndpointChoices;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.traffic.LoadBalancer;
import dev.dsctl.model.traffic.LocalityLoadBalancing;
import dev.dsctl.model.traffic.MeshTraffic;
import dev.dsctl.model.traffic.TrafficPolicy;
import java.util.Optional;

/**
 * Which locality settings hold for a service port. Source: {@code GetLocalityLbSetting},
 * pilot/pkg/networking/core/loadbalancer/loadbalancer.go.
 *
 * @param setting the rule's, the service's, or the mesh's; empty when turned off
 * @param failsOver whether traffic can go to less preferred endpoints
 */
public record LocalitySettings(Optional<LocalityLoadBalancing> setting, boolean failsOver) {

    /** For a service under a policy. Without outlier detection Envoy never gives up on a host, so nothing fails over. */
    public static LocalitySettings of(Service service, TrafficPolicy policy, MeshTraffic mesh, IstioProfile profile) {
        boolean ejects = policy.outlierDetection().isPresent();
        Optional<LocalityLoadBalancing> asked = policy.loadBalancer().flatMap(LoadBalancer::locality);
        if (asked.isPresent()) {
            return new LocalitySettings(asked.filter(LocalityLoadBalancing::isEnabled), ejects);
        }
        return switch (service.kubernetes().trafficDistribution()) {
            case ANY -> new LocalitySettings(mesh.locality().filter(LocalityLoadBalancing::isEnabled), ejects);
            case SAME_ZONE -> new LocalitySettings(Optional.of(sameZone(profile)), true);
            case SAME_NODE ->
                new LocalitySettings(
                        Optional.of(LocalityLoadBalancing.preferring(
                                TopologyLabels.NETWORK,
                                TopologyLabels.REGION,
                                TopologyLabels.ZONE,
                                TopologyLabels.SUBZONE,
                                TopologyLabels.NODE)),
                        true);
        };
    }

    /** Whether there are shares, or places to which traffic can fail over. */
    public boolean areUsed() {
        return setting.isPresent()
                && (!setting.get().distribute().isEmpty()
                        || (failsOver
                                && (!setting.get().failover().isEmpty()
                                        || !setting.get().failoverPriority().isEmpty())));
    }

    private static LocalityLoadBalancing sameZone(IstioProfile profile) {
        return switch (profile.choice(EndpointChoices.Nearness.class)) {
            case SUBZONE ->
                LocalityLoadBalancing.preferring(
                        TopologyLabels.NETWORK, TopologyLabels.REGION, TopologyLabels.ZONE, TopologyLabels.SUBZONE);
            case ZONE_OR_NODE ->
                LocalityLoadBalancing.preferring(TopologyLabels.NETWORK, TopologyLabels.REGION, TopologyLabels.ZONE);
        };
    }
}
