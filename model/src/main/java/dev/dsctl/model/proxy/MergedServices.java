package dev.dsctl.model.proxy;

import dev.dsctl.model.kube.PortReference;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ScopeChoices.SameHosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects services, one for a host. Source: {@code appendSidecarServices}, pilot/pkg/model/sidecar.go, and {@code addService} there in
 * older releases.
 */
final class MergedServices {

    private final SameHosts sameHosts;
    private final List<Service> services = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    MergedServices(SameHosts sameHosts) {
        this.sameHosts = sameHosts;
    }

    /** In the order in which hosts were first seen. */
    List<Service> all() {
        return services;
    }

    void add(Service service) {
        Integer position = positions.get(service.hostname());
        if (position == null) {
            positions.put(service.hostname(), services.size());
            services.add(service);
        } else {
            services.set(position, merged(services.get(position), service));
        }
    }

    private Service merged(Service known, Service added) {
        return switch (sameHosts) {
            case ALL_UNLESS_CHOSEN -> known.namespace().equals(added.namespace()) ? withPortsOf(known, added) : known;
            case MERGED, MERGED_FOR_CLUSTERS -> {
                boolean knownByKubernetes = known.registry() == Service.Registry.KUBERNETES;
                boolean addedByKubernetes = added.registry() == Service.Registry.KUBERNETES;
                if (knownByKubernetes != addedByKubernetes) {
                    yield addedByKubernetes ? added : known;
                }
                yield areAlike(known, added) ? withPortsOf(known, added) : known;
            }
        };
    }

    private static boolean areAlike(Service known, Service added) {
        return known.namespace().equals(added.namespace())
                && known.resolution() == added.resolution()
                && known.labels().equals(added.labels())
                && known.selector().equals(added.selector())
                && known.exportTo().equals(added.exportTo());
    }

    /** What another ServiceEntry says of target ports is not merged. */
    private static ServicePort withoutTarget(ServicePort port) {
        return new ServicePort(port.name(), port.number(), port.protocol(), port.transport(), PortReference.of(0));
    }

    private static Service withPortsOf(Service known, Service added) {
        List<ServicePort> ports = new ArrayList<>(known.ports());
        for (ServicePort port : added.ports()) {
            if (known.ports().stream().noneMatch(p -> p.number() == port.number())) {
                ports.add(known.source().equals(added.source()) ? port : withoutTarget(port));
            }
        }
        return ports.size() == known.ports().size() ? known : known.withPorts(List.copyOf(ports));
    }
}
