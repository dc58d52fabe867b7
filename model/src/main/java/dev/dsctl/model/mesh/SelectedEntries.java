package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.PortReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * WorkloadEntries that Kubernetes Services select. Source: {@code serviceInstancesFromWorkloadInstances},
 * pilot/pkg/serviceregistry/kube/controller/controller.go.
 */
final class SelectedEntries {

    private SelectedEntries() {}

    /** The endpoints they add, by {@link Mesh#key}. */
    static Map<String, List<Endpoint>> of(
            List<Service> services, Map<String, List<WorkloadInstance>> entries, PilotEnv env) {
        Map<String, List<Endpoint>> byService = new HashMap<>();
        if (entries.isEmpty() || !env.flag("PILOT_ENABLE_K8S_SELECT_WORKLOAD_ENTRIES", true)) {
            return byService;
        }
        for (Service service : services) {
            if (service.registry() == Service.Registry.KUBERNETES
                    && service.resolution() == Resolution.CLIENT_SIDE_LB
                    && !service.meshExternal()) {
                List<Endpoint> added = endpoints(service, entries.getOrDefault(service.namespace(), List.of()));
                if (!added.isEmpty()) {
                    byService.put(Mesh.key(service), added);
                }
            }
        }
        return byService;
    }

    private static List<Endpoint> endpoints(Service service, List<WorkloadInstance> entries) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (WorkloadInstance entry : entries) {
            if (entry.kind() == WorkloadInstance.Kind.ADDRESS
                    && !entry.addresses().isEmpty()
                    && Selectors.selects(service.selector(), entry.workload().labels())) {
                for (ServicePort port : service.ports()) {
                    int number = targetPort(port, entry.ports());
                    if (number > 0) {
                        endpoints.add(new Endpoint(
                                entry.addresses(),
                                number,
                                port.name(),
                                0,
                                entry.weight(),
                                entry.health(),
                                entry.workload()));
                    }
                }
            }
        }
        return endpoints;
    }

    /** Where a WorkloadEntry listens, 0 when it doesn't have the port that the service names. */
    private static int targetPort(ServicePort port, Map<String, Integer> ports) {
        PortReference target = port.target();
        if (target.isNamed()) {
            return ports.getOrDefault(target.name(), 0);
        }
        int named = port.name().isEmpty() ? 0 : ports.getOrDefault(port.name(), 0);
        return named > 0 ? named : target.number();
    }
}
