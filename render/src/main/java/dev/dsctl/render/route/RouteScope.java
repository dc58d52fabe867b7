package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.RouteChoices.AliasHosts;
import dev.dsctl.model.proxy.EgressScope;
import dev.dsctl.model.proxy.ProxyView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a set of listeners can reach, arranged for routing. Source: {@code IstioEgressListenerWrapper}, pilot/pkg/model/sidecar.go.
 */
final class RouteScope {

    private final ProxyView view;
    private final RoutedHosts virtualServices;
    private final ConsistentHashes hashes;
    private final RetryPolicies retries;
    private final Map<Integer, Map<String, RoutedService>> byPort = new HashMap<>();
    private final Map<String, RoutedService> onAnyPort = new LinkedHashMap<>();

    /** Of what an egress listener can reach. */
    RouteScope(ProxyView view, EgressScope egress, ConsistentHashes hashes) {
        this.view = view;
        this.virtualServices = new RoutedHosts(view.profile(), egress.virtualServices());
        this.hashes = hashes;
        this.retries = new RetryPolicies(view);
        egress.services().stream().filter(this::isRouted).forEach(this::add);
    }

    /** What the routes of a port have in common; port 0 for those of all ports. */
    RouteContext context(int port) {
        Map<String, RoutedService> services = port == 0 ? onAnyPort : byPort.getOrDefault(port, Map.of());
        return new RouteContext(view, port, services, hashes, retries);
    }

    /** The VirtualServices. */
    RoutedHosts virtualServices() {
        return virtualServices;
    }

    private boolean isRouted(Service service) {
        return switch (view.profile().choice(AliasHosts.class)) {
            case UNROUTED -> service.resolution() != Resolution.ALIAS;
            case ROUTED -> true;
        };
    }

    private void add(Service service) {
        onAnyPort.put(service.hostname(), new RoutedService(service, service.hostname(), service.ports()));
        String host = virtualServices.inCase(service.hostname());
        Set<Integer> seen = new HashSet<>();
        for (ServicePort port : service.ports()) {
            if (port.protocol() != Protocol.UDP && seen.add(port.number())) {
                byPort.computeIfAbsent(port.number(), p -> new LinkedHashMap<>())
                        .put(host, new RoutedService(service, host, List.of(port)));
            }
        }
    }
}
