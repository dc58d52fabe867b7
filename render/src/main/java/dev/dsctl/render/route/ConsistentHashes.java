package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.Service.Registry;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.ConsistentHash;
import dev.dsctl.model.traffic.Destination;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.DestinationRule.Subset;
import dev.dsctl.model.traffic.LoadBalancer;
import dev.dsctl.model.traffic.TrafficPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What DestinationRules want hashed to pick a host. Source: {@code hashForService} and {@code HashForHTTPDestination},
 * pilot/pkg/networking/core/route/route.go.
 */
final class ConsistentHashes {

    private final ProxyView view;
    private final Map<String, Service> services = new HashMap<>();

    ConsistentHashes(ProxyView view) {
        this.view = view;
        for (Service service : view.services()) {
            services.merge(
                    service.hostname(),
                    service,
                    (first, other) -> isKubernetes(other) && !isKubernetes(first) ? other : first);
        }
    }

    private static boolean isKubernetes(Service service) {
        return service.registry() == Registry.KUBERNETES;
    }

    /** For a service's port that no VirtualService speaks of. */
    Optional<ConsistentHash> of(String host, int port) {
        return rule(host)
                .map(DestinationRule::policyOrNone)
                .flatMap(policy -> ofPort(policy, port).or(() -> of(policy)));
    }

    /** For a destination of a VirtualService: the subset's goes before the host's, the port's before both, if the destination names it. */
    Optional<ConsistentHash> of(Destination destination) {
        return rule(destination.host()).flatMap(rule -> {
            TrafficPolicy wide = rule.policyOrNone();
            TrafficPolicy narrow =
                    rule.subset(destination.subset()).flatMap(Subset::policy).orElse(TrafficPolicy.NONE);
            return ofPort(narrow, destination.port().orElse(0))
                    .or(() -> of(narrow))
                    .or(() -> ofPort(wide, destination.port().orElse(0)))
                    .or(() -> of(wide));
        });
    }

    private Optional<DestinationRule> rule(String host) {
        Service service = services.get(host);
        return service == null ? Optional.empty() : view.outboundRule(service);
    }

    private static Optional<ConsistentHash> of(TrafficPolicy policy) {
        return policy.loadBalancer().flatMap(LoadBalancer::consistentHash);
    }

    private static Optional<ConsistentHash> ofPort(TrafficPolicy policy, int port) {
        return policy.ports().stream()
                .filter(own -> own.port() == port)
                .findFirst()
                .flatMap(own -> of(own.policy()));
    }
}
