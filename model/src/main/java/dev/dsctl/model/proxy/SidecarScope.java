package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.sidecar.OutboundTraffic;
import dev.dsctl.model.sidecar.Sidecar;
import java.util.List;
import java.util.Optional;

/**
 * What a proxy is let see, and through which listeners. Source: {@code SidecarScope}, pilot/pkg/model/sidecar.go.
 *
 * @param sidecar the Sidecar that says so; empty: everything, through one listener
 * @param egress its egress listeners, at least one
 * @param services what all of them can reach, one for a host (in some releases more, of which the first counts): what clusters are for
 * @param outboundTraffic what becomes of calls to destinations that the mesh doesn't know
 */
public record SidecarScope(
        Optional<Sidecar> sidecar, List<EgressScope> egress, List<Service> services, OutboundTraffic outboundTraffic) {

    public SidecarScope {
        egress = List.copyOf(egress);
        services = List.copyOf(services);
    }
}
