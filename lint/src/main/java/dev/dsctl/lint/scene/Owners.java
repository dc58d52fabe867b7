package dev.dsctl.lint.scene;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which service is reached where: at its virtual addresses, or at those of its endpoints when it has none. */
final class Owners {

    private final Map<String, List<Service>> byPlace = new HashMap<>();

    Owners(Mesh mesh) {
        for (Service service : mesh.services()) {
            for (ServicePort port : service.ports()) {
                service.addresses().all().forEach(address -> add(address, port, service));
                if (service.addresses().isEmpty() && service.resolution() == Resolution.PASSTHROUGH) {
                    for (Endpoint endpoint : mesh.endpointsOf(service)) {
                        endpoint.addresses().all().forEach(address -> add(address, port, service));
                    }
                }
            }
        }
    }

    private void add(String address, ServicePort port, Service service) {
        byPlace.computeIfAbsent(address + " " + port.number(), place -> new ArrayList<>(1))
                .add(service);
    }

    /** In Istio's order. */
    List<Service> of(String address, int port) {
        return byPlace.getOrDefault(address + " " + port, List.of());
    }
}
