package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.OriginalDstLbConfig;

/**
 * Clusters that keep the original address, but not always the port: a ServiceEntry without resolution may name a target port. Source:
 * {@code buildCluster}, pilot/pkg/networking/core/cluster_builder.go.
 */
final class OriginalDestinations {

    private OriginalDestinations() {}

    static void apply(ClusterDraft draft, Service service, ServicePort port, ClusterScope scope) {
        boolean other = service.registry() == Service.Registry.SERVICE_ENTRY
                && service.resolution() == Resolution.PASSTHROUGH
                && port.target().number() > 0;
        if (other && draft.type() == DiscoveryType.ORIGINAL_DST && honoursTarget(scope)) {
            draft.cluster()
                    .setOriginalDstLbConfig(OriginalDstLbConfig.newBuilder()
                            .setUpstreamPortOverride(Values.uint32(port.target().number())));
        }
    }

    private static boolean honoursTarget(ClusterScope scope) {
        return switch (scope.choice(ClusterChoices.PassthroughPorts.class)) {
            case ORIGINAL -> false;
            case TARGET_UNLESS_REFUSED -> scope.env().flag("ENABLE_RESOLUTION_NONE_TARGET_PORT", true);
            case TARGET -> true;
        };
    }
}
