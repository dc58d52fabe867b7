package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Hostnames;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.RouteChoices.WildcardHosts;
import dev.dsctl.model.traffic.VirtualService;
import io.envoyproxy.envoy.config.route.v3.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hosts of VirtualServices, by port. Source: {@code selectVirtualServices}, pilot/pkg/networking/core/httproute.go, and
 * {@code buildSidecarVirtualHostsForVirtualService}, pilot/pkg/networking/core/route/route.go.
 */
final class VirtualServiceGroups {

    /** Hosts that are no services are routed on this port only. */
    private static final int OPEN_PORT = 80;

    private final RouteContext context;
    private final RoutedHosts hosts;
    private final List<String> wildcardServices;

    private VirtualServiceGroups(RouteContext context, RoutedHosts hosts) {
        this.context = context;
        this.hosts = hosts;
        this.wildcardServices = context.services().keySet().stream()
                .filter(Hostnames::isWildcard)
                .toList();
    }

    static List<HostGroup> of(RouteContext context, RoutedHosts hosts) {
        VirtualServiceGroups groups = new VirtualServiceGroups(context, hosts);
        List<VirtualService> concerned = context.port() == OPEN_PORT
                ? hosts.all()
                : hosts.candidates(context.services().keySet()).stream()
                        .filter(groups::concerns)
                        .toList();
        return concerned.stream().flatMap(one -> groups.groups(one).stream()).toList();
    }

    /** Whether one of its hosts is a service of this port. */
    private boolean concerns(VirtualService virtualService) {
        return virtualService.hosts().stream().map(hosts::inCase).anyMatch(this::isService);
    }

    private boolean isService(String host) {
        if (context.services().containsKey(host)) {
            return true;
        }
        return (Hostnames.isWildcard(host) ? context.services().keySet() : wildcardServices)
                .stream().anyMatch(service -> Hostnames.overlap(host, service));
    }

    private List<HostGroup> groups(VirtualService virtualService) {
        List<Route> routes = HttpRoutes.of(context, virtualService);
        if (routes.isEmpty()) {
            return List.of();
        }
        List<RoutedService> services = new ArrayList<>();
        List<String> others = new ArrayList<>();
        separate(virtualService, services, others);
        Map<Integer, List<RoutedService>> byPort = new TreeMap<>();
        for (RoutedService service : services) {
            for (ServicePort port : service.ports()) {
                if (RoutedService.isRouted(port)) {
                    byPort.computeIfAbsent(port.number(), p -> new ArrayList<>())
                            .add(service);
                }
            }
        }
        if (byPort.isEmpty() && context.port() == OPEN_PORT) {
            byPort.put(OPEN_PORT, List.of());
        }
        return byPort.entrySet().stream()
                .map(entry -> new HostGroup(entry.getKey(), entry.getValue(), others, routes))
                .toList();
    }

    private void separate(VirtualService virtualService, List<RoutedService> services, List<String> others) {
        for (String host : virtualService.hosts()) {
            if (!Hostnames.isWildcard(host)) {
                RoutedService service = context.services().get(hosts.inCase(host));
                if (service != null) {
                    services.add(service);
                } else {
                    others.add(hosts.inCase(host));
                }
            }
        }
        for (String host : virtualService.hosts()) {
            if (Hostnames.isWildcard(host) && !addMatching(virtualService, hosts.inCase(host), services)) {
                others.add(hosts.inCase(host));
            }
        }
    }

    /** Adds the services that a wildcard host is best for; tells whether the host stands for any service. */
    private boolean addMatching(VirtualService virtualService, String wildcard, List<RoutedService> services) {
        boolean found = false;
        for (RoutedService service : context.services().values()) {
            Optional<VirtualService> closest = hosts.closest(service.service().hostname());
            boolean matches = Hostnames.overlap(service.hostname(), wildcard);
            boolean chosen = closest.filter(virtualService::equals).isPresent();
            switch (context.choice(WildcardHosts.class)) {
                case ALL_MATCHING -> {
                    found |= matches;
                    chosen = matches;
                }
                case CLOSEST_OF_ALL -> found |= closest.isPresent();
                case CLOSEST_MATCHING -> {
                    found |= matches;
                    chosen &= matches;
                }
            }
            if (chosen) {
                services.add(service);
            }
        }
        return found;
    }
}
