package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ScopeChoices;
import dev.dsctl.model.traffic.ConnectionRoute;
import dev.dsctl.model.traffic.Destination;
import dev.dsctl.model.traffic.HttpMatch;
import dev.dsctl.model.traffic.HttpRoute;
import dev.dsctl.model.traffic.Mirroring;
import dev.dsctl.model.traffic.VirtualService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The services to which VirtualServices lead, which a sidecar must know though its Sidecar doesn't name them. Source:
 * {@code collectImportedServices}, pilot/pkg/model/sidecar.go, and {@code virtualServiceDestinations}, pilot/pkg/model/push_context.go.
 */
final class VirtualServiceTargets {

    private static final int ALL_PORTS = 0;

    private final Mesh mesh;
    private final String namespace;

    VirtualServiceTargets(Mesh mesh, String namespace) {
        this.mesh = mesh;
        this.namespace = namespace;
    }

    /**
     * The services, by host, with the ports to which the VirtualService leads.
     *
     * @param port the port they must have instead, when the egress listener has one
     */
    List<Service> of(VirtualService virtualService, Optional<Integer> port) {
        List<Service> services = new ArrayList<>();
        ports(virtualService)
                .forEach((host, ports) -> meant(host)
                        .flatMap(s -> port.isPresent() ? SidecarScopes.withPort(s, port) : withPorts(s, ports))
                        .ifPresent(services::add));
        return services;
    }

    private Map<String, Set<Integer>> ports(VirtualService virtualService) {
        Map<String, Set<Integer>> ports = new TreeMap<>();
        for (HttpRoute route : virtualService.http()) {
            if (isForNamespace(route)) {
                route.destinations().forEach(d -> add(d.destination(), ports));
                Mirroring mirroring = route.mirroring();
                mirroring.mirror().ifPresent(d -> add(d, ports));
                mirroring.mirrors().forEach(m -> m.destination().ifPresent(d -> add(d, ports)));
            }
        }
        for (ConnectionRoute route : virtualService.tcp()) {
            route.destinations().forEach(d -> add(d.destination(), ports));
        }
        for (ConnectionRoute route : virtualService.tls()) {
            route.destinations().forEach(d -> add(d.destination(), ports));
        }
        return ports;
    }

    private static void add(Destination destination, Map<String, Set<Integer>> ports) {
        ports.computeIfAbsent(destination.host(), h -> new HashSet<>())
                .add(destination.port().orElse(ALL_PORTS));
    }

    /** Whether some match of the route is for clients of the namespace; a later match without namespace doesn't undo an earlier one. */
    private boolean isForNamespace(HttpRoute route) {
        return switch (mesh.profile().choice(ScopeChoices.BroughtIn.class)) {
            case ALL -> true;
            case OF_NAMESPACE -> {
                List<String> sources = route.matches().stream()
                        .map(HttpMatch::source)
                        .map(HttpMatch.Source::namespace)
                        .filter(source -> !source.isEmpty())
                        .toList();
                yield sources.isEmpty() || sources.contains(namespace);
            }
        };
    }

    /** The service that a host means: the namespace's own, else one it sees. */
    private Optional<Service> meant(String host) {
        Map<String, Service> byNamespace = mesh.index().named(host);
        Service own = byNamespace.get(namespace);
        if (own != null) {
            return Optional.of(own);
        }
        List<Service> visible = byNamespace.values().stream()
                .filter(s -> VisibleServices.isVisible(mesh, s, namespace))
                .toList();
        return switch (mesh.profile().choice(ScopeChoices.MeantNamespace.class)) {
            case FIRST_BY_NAME -> visible.stream().findFirst();
            case BEST ->
                visible.stream()
                        .filter(s -> s.registry() == Service.Registry.KUBERNETES)
                        .findFirst()
                        .or(() -> oldest(visible));
        };
    }

    private static Optional<Service> oldest(List<Service> services) {
        Service oldest = null;
        for (Service service : services) {
            if (oldest == null || service.creation().compareTo(oldest.creation()) < 0) {
                oldest = service;
            }
        }
        return Optional.ofNullable(oldest);
    }

    /** The service with these ports; nothing when it has none of them. */
    private static Optional<Service> withPorts(Service service, Set<Integer> numbers) {
        if (numbers.contains(ALL_PORTS)) {
            return Optional.of(service);
        }
        List<ServicePort> found = service.ports().stream()
                .filter(port -> numbers.contains(port.number()))
                .toList();
        if (found.size() == service.ports().size()) {
            return Optional.of(service);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(service.withPorts(found));
    }
}
