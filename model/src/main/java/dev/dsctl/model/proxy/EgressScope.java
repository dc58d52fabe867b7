package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.sidecar.EgressListener;
import dev.dsctl.model.traffic.VirtualService;
import java.util.List;

/**
 * What one egress listener can reach. Source: {@code IstioEgressListenerWrapper}, pilot/pkg/model/sidecar.go.
 *
 * @param listener as written; everything on all ports when there is no Sidecar
 * @param services what can be called, with the listener's port only when it has one; several of a host when it has several addresses
 * @param virtualServices how calls are routed, in order
 */
public record EgressScope(EgressListener listener, List<Service> services, List<VirtualService> virtualServices) {

    public EgressScope {
        services = List.copyOf(services);
        virtualServices = List.copyOf(virtualServices);
    }
}
