package dev.dsctl.model.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The endpoints of ExternalName services that are resolved by DNS: the external name, on each port. Source:
 * {@code ExternalNameEndpoints}, pilot/pkg/serviceregistry/kube/conversion.go.
 */
final class ExternalNames {

    private ExternalNames() {}

    /** The endpoints by {@link Mesh#key}. */
    static Map<String, List<Endpoint>> of(List<Service> services) {
        Map<String, List<Endpoint>> endpoints = new HashMap<>();
        for (Service service : services) {
            String target = service.kubernetes().externalName();
            if (!target.isEmpty() && service.resolution() == Resolution.DNS) {
                endpoints.put(Mesh.key(service), of(service, target));
            }
        }
        return endpoints;
    }

    private static List<Endpoint> of(Service service, String target) {
        Workload workload = new Workload("", "", service.labels(), "", "", "", Workload.TLS_DISABLED, "", "", "", "");
        List<Endpoint> endpoints = new ArrayList<>();
        for (ServicePort port : service.ports()) {
            endpoints.add(new Endpoint(
                    Addresses.of(target), port.number(), port.name(), 0, 0, Endpoint.Health.UNKNOWN, workload));
        }
        return endpoints;
    }
}
