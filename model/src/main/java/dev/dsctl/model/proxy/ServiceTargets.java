package dev.dsctl.model.proxy;

import dev.dsctl.model.kube.PortReference;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Selectors;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.ScopeChoices.UnselectedTargets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The services that a proxy's own workload serves. Source: {@code GetProxyServiceTargets},
 * pilot/pkg/serviceregistry/kube/controller/controller.go, and {@code SetServiceTargets}, pilot/pkg/model/context.go.
 */
final class ServiceTargets {

    private static final Comparator<ServiceTarget> OLDEST_FIRST = Comparator.comparing(
                    (ServiceTarget target) -> target.service().creation())
            .thenComparing(target -> target.service().hostname());

    private ServiceTargets() {}

    /** A target for each port that the workload serves, oldest service first, ports in the order written. */
    static List<ServiceTarget> of(Mesh mesh, Proxy proxy) {
        List<ServiceTarget> targets = new ArrayList<>();
        List<Service> kubernetes = mesh.index().in(proxy.namespace()).stream()
                .filter(s -> s.registry() == Service.Registry.KUBERNETES)
                .toList();
        for (Service service : kubernetes) {
            if (Selectors.selects(service.selector(), proxy.labels())) {
                addPorts(service, proxy, targets);
            }
        }
        if (targets.isEmpty() && kubernetes.stream().noneMatch(s -> Selectors.selects(s.selector(), proxy.labels()))) {
            kubernetes.forEach(service -> addEndpoints(mesh, service, proxy, targets));
        }
        for (Service service : mesh.index().in(proxy.namespace())) {
            if (service.registry() == Service.Registry.SERVICE_ENTRY) {
                addEndpoints(mesh, service, proxy, targets);
            }
        }
        targets.sort(OLDEST_FIRST);
        return List.copyOf(targets);
    }

    /** Of ports that lead to the same target port with the same protocol, the first counts. */
    private static void addPorts(Service service, Proxy proxy, List<ServiceTarget> targets) {
        Set<String> seen = new HashSet<>();
        for (ServicePort port : service.ports()) {
            int target = targetPort(port, proxy);
            if (target > 0 && seen.add(port.protocol() + " " + target)) {
                targets.add(new ServiceTarget(service, port, target));
            }
        }
    }

    /** Where the workload listens, 0 when it declares no port of the name. */
    private static int targetPort(ServicePort port, Proxy proxy) {
        PortReference target = port.target();
        if (!target.isNamed()) {
            return target.number();
        }
        for (Proxy.ContainerPort declared : proxy.containerPorts()) {
            if (declared.name().equals(target.name()) && declared.protocol().equals(port.transport())) {
                return declared.number();
            }
        }
        return 0;
    }

    /** A workload that no selector selects may still be listed among a service's endpoints. */
    private static void addEndpoints(Mesh mesh, Service service, Proxy proxy, List<ServiceTarget> targets) {
        boolean entry = service.registry() == Service.Registry.SERVICE_ENTRY;
        UnselectedTargets rule =
                entry ? UnselectedTargets.ANY_ADDRESS : mesh.profile().choice(UnselectedTargets.class);
        if (rule == UnselectedTargets.ALL && !isListed(service)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Endpoint endpoint : mesh.knownEndpointsOf(service)) {
            boolean ofEntry = endpoint.servicePort() > 0;
            if (ofEntry != entry || !isOwn(endpoint.addresses().primary(), proxy, rule)) {
                continue;
            }
            for (ServicePort port : service.ports()) {
                boolean served = port.name().equals(endpoint.servicePortName())
                        && (!entry || port.number() == endpoint.servicePort());
                if (served && seen.add(port.name() + " " + port.number() + " " + endpoint.port())) {
                    targets.add(new ServiceTarget(service, port, endpoint.port()));
                }
            }
        }
    }

    /** An ExternalName service has endpoints, but no EndpointSlice. */
    private static boolean isListed(Service service) {
        return service.resolution() == Resolution.CLIENT_SIDE_LB || service.resolution() == Resolution.PASSTHROUGH;
    }

    private static boolean isOwn(String address, Proxy proxy, UnselectedTargets rule) {
        return switch (rule) {
            case ANY_ADDRESS -> proxy.addresses().all().contains(address);
            case ALL -> true;
            case FIRST_ADDRESS -> proxy.addresses().primary().equals(address);
        };
    }
}
