package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.render.endpoint.EndpointQuery;
import java.util.List;
import java.util.Optional;

/**
 * The service port that outbound clusters are for.
 *
 * @param service the service
 * @param port its port
 * @param rule the destination rule that holds for the proxy
 * @param accounts identities that the service's workloads may have
 * @param scope what all clusters of the proxy share
 */
record OutboundPort(
        Service service, ServicePort port, Optional<DestinationRule> rule, List<String> accounts, ClusterScope scope) {

    /** Whose endpoints a cluster has. */
    EndpointQuery endpoints(String subset) {
        return new EndpointQuery(service, port, subset, rule);
    }
}
