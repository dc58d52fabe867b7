package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.model.proxy.ProxyView;
import java.util.List;

/**
 * A port of a service on its way to an outbound listener. Source: {@code outboundListenerOpts}, pilot/pkg/networking/core/listener.go.
 *
 * @param service the service
 * @param port the port to listen on: the service's, or the one a Sidecar declares
 * @param bind where to listen
 * @param routes the VirtualServices that say where connections go
 * @param ranges destinations it is for, when the service has a CIDR range for address
 */
record OutboundPort(Service service, ServicePort port, Bind bind, ConnectionRoutes routes, List<String> ranges) {

    OutboundPort(Service service, ServicePort port, Bind bind, ConnectionRoutes routes) {
        this(service, port, bind, routes, List.of());
    }

    /** The same at other addresses. */
    OutboundPort at(Addresses addresses) {
        return new OutboundPort(service, port, bind.at(addresses), routes, ranges);
    }

    /** The same for a part of what arrives at these addresses. */
    OutboundPort at(Addresses addresses, List<String> destinations) {
        return new OutboundPort(service, port, bind.at(addresses), routes, destinations);
    }

    /** Whether there is no address to listen on but those of the endpoints. */
    boolean needsEndpointAddresses(ProxyView view) {
        return bind.addresses().isEmpty()
                && service.resolution() == Resolution.PASSTHROUGH
                && primaryAddress(view, service).equals(ListenAddresses.ANY_IPV4)
                && (Handling.of(port.protocol()) == Handling.TCP || Handling.of(port.protocol()) == Handling.SNIFFED);
    }

    /** The address under which a proxy reaches a service; {@code 0.0.0.0} for one without. */
    static String primaryAddress(ProxyView view, Service service) {
        Addresses addresses = view.addressesOf(service);
        return addresses.isEmpty() ? ListenAddresses.ANY_IPV4 : addresses.primary();
    }
}
