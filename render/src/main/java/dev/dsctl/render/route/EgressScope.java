package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Hostnames;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.RouteChoices.AliasHosts;
import dev.dsctl.model.profile.RouteChoices.HostCase;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.VirtualService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a set of listeners can reach, arranged for routing. Source: {@code IstioEgressListenerWrapper}, pilot/pkg/model/sidecar.go.
 */
final class EgressScope {

    private final ProxyView view;
    private final List<VirtualService> virtualServices;
    private final ConsistentHashes hashes;
    private final RetryPolicies retries;
    private final Map<Integer, Map<String, RoutedService>> byPort = new HashMap<>();
    private final Map<String, RoutedService> onAnyPort = new LinkedHashMap<>();
    private final Map<String, VirtualService> byHost = new HashMap<>();
    private final Map<String, VirtualService> byWildcard = new HashMap<>();

    EgressScope(ProxyView view, List<Service> services, List<VirtualService> virtualServices) {
        this.view = view;
        this.virtualServices = virtualServices;
        this.hashes = new ConsistentHashes(view);
        this.retries = new RetryPolicies(view);
        services.stream().filter(this::isRouted).forEach(this::add);
        for (VirtualService virtualService : virtualServices) {
            for (String host : virtualService.hosts()) {
                (Hostnames.isWildcard(host) ? byWildcard : byHost).putIfAbsent(host, virtualService);
            }
        }
    }

    /** What the routes of a port have in common. */
    RouteContext context(int port) {
        return new RouteContext(view, port, servicesOn(port), hashes, retries);
    }

    /** The VirtualServices in the order in which they count. */
    List<VirtualService> virtualServices() {
        return virtualServices;
    }

    private Map<String, RoutedService> servicesOn(int port) {
        return port == 0 ? onAnyPort : byPort.getOrDefault(port, Map.of());
    }

    /** The VirtualService whose hosts fit a service best. */
    Optional<VirtualService> closest(String host) {
        return Hostnames.mostSpecific(host, byHost, byWildcard);
    }

    private boolean isRouted(Service service) {
        return switch (view.profile().choice(AliasHosts.class)) {
            case UNROUTED -> service.resolution() != Resolution.ALIAS;
            case ROUTED -> true;
        };
    }

    private void add(Service service) {
        onAnyPort.put(service.hostname(), new RoutedService(service, service.hostname(), service.ports()));
        String host = switch (view.profile().choice(HostCase.class)) {
            case AS_WRITTEN -> service.hostname();
            case LOWER -> service.hostname().toLowerCase(Locale.ROOT);
        };
        Set<Integer> seen = new HashSet<>();
        for (ServicePort port : service.ports()) {
            if (seen.add(port.number())) {
                byPort.computeIfAbsent(port.number(), p -> new LinkedHashMap<>())
                        .put(host, new RoutedService(service, host, List.of(port)));
            }
        }
    }
}
