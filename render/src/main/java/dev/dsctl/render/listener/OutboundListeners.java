package dev.dsctl.render.listener;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.List;

/**
 * The listeners for what a proxy's workload may call. Source: {@code buildSidecarOutboundListeners},
 * pilot/pkg/networking/core/listener.go.
 */
final class OutboundListeners {

    private final ListenerScope scope;
    private final ProxyView view;
    private final OutboundEntries entries;
    private final FurtherAddresses further;

    private OutboundListeners(ListenerScope scope) {
        this.scope = scope;
        this.view = scope.view();
        this.entries = new OutboundEntries(scope);
        this.further = new FurtherAddresses(scope);
    }

    /** A listener for each address and port of the services the proxy sees. */
    static List<Listener> of(ListenerScope scope) {
        OutboundListeners listeners = new OutboundListeners(scope);
        Egress.of(scope.view()).forEach(listeners::add);
        OutboundMessages messages = new OutboundMessages(scope);
        return listeners.entries.all().stream().map(messages::listener).toList();
    }

    private void add(Egress egress) {
        Bind bind = scope.binds().of(egress);
        ConnectionRoutes routes = new ConnectionRoutes(egress.virtualServices());
        if (egress.port().isPresent()) {
            ServicePort port = egress.port().get();
            if (scope.reserved().allowsOutbound(bind, port)) {
                egress.services().forEach(service -> entries.add(new OutboundPort(service, port, bind, routes)));
            }
            return;
        }
        entries.lock();
        for (Service service : egress.services()) {
            for (ServicePort port : service.ports()) {
                if (scope.reserved().allowsOutbound(bind, port)) {
                    addServicePort(new OutboundPort(service, port, bind, routes));
                }
            }
        }
    }

    private void addServicePort(OutboundPort port) {
        further.pass(view.addressesOf(port.service()));
        if (!port.needsEndpointAddresses(view)) {
            Addresses given = port.bind().addresses();
            entries.add(given.isEmpty() ? port : port.at(further.addedTo(given)));
            return;
        }
        List<Endpoint> endpoints = endpoints(port);
        if (endpoints.isEmpty()
                && port.service().registry() != Service.Registry.KUBERNETES
                && port.service().selector().isEmpty()) {
            // Nothing will ever be known about its endpoints, so it takes whatever no other listener takes.
            entries.add(port);
            return;
        }
        for (Endpoint endpoint : endpoints) {
            if (isReachable(endpoint)) {
                entries.add(port.at(further.addedTo(endpoint.addresses())));
            }
        }
    }

    private List<Endpoint> endpoints(OutboundPort port) {
        return view.mesh().listedEndpointsOf(port.service(), port.port());
    }

    /** Endpoints with a host name can't be listened on; the pod itself is reached without the sidecar. */
    private boolean isReachable(Endpoint endpoint) {
        Addresses addresses = endpoint.addresses();
        return !addresses.isEmpty()
                && addresses.all().stream().allMatch(IpLiteral::isAddress)
                && !addresses.primary().equals(view.proxy().addresses().primary());
    }
}
