package dev.dsctl.render.listener;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ListenerChoices.EndpointBinds;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.List;

/**
 * The listeners for what a proxy's workload may call. Source: {@code buildSidecarOutboundListeners},
 * pilot/pkg/networking/core/listener.go.
 */
final class OutboundListeners {

    private final ListenerScope scope;
    private final ProxyView view;
    private final OutboundEntries entries;
    /** Further addresses of the last service that had some, where releases forget to drop them. */
    private List<String> leftOver = List.of();

    private OutboundListeners(ListenerScope scope) {
        this.scope = scope;
        this.view = scope.view();
        this.entries = new OutboundEntries(scope);
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
        remember(view.addressesOf(port.service()));
        if (!port.needsEndpointAddresses(view)) {
            entries.add(port);
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
                entries.add(port.at(bindsOf(endpoint)));
            }
        }
    }

    private List<Endpoint> endpoints(OutboundPort port) {
        return view.mesh().endpointsOf(port.service()).stream()
                .filter(endpoint ->
                        endpoint.servicePortName().equals(port.port().name()))
                .toList();
    }

    /** Endpoints with a host name can't be listened on; the pod itself is reached without the sidecar. */
    private boolean isReachable(Endpoint endpoint) {
        Addresses addresses = endpoint.addresses();
        return !addresses.isEmpty()
                && addresses.all().stream().allMatch(IpLiteral::isAddress)
                && !addresses.primary().equals(view.proxy().addresses().primary());
    }

    private Addresses bindsOf(Endpoint endpoint) {
        if (leftOver.isEmpty()) {
            return endpoint.addresses();
        }
        List<String> all = new ArrayList<>(endpoint.addresses().all());
        all.addAll(leftOver);
        return new Addresses(all);
    }

    private void remember(Addresses addresses) {
        switch (view.profile().choice(EndpointBinds.class)) {
            case WITH_LEFTOVERS -> {
                boolean both = scope.addresses().outboundWildcards().all().size() > 1;
                leftOver = both && !addresses.additional().isEmpty() ? addresses.additional() : leftOver;
            }
            case OWN -> leftOver = List.of();
        }
    }
}
