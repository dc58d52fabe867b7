package dev.dsctl.render.listener;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.ProxyView;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The listeners for what a proxy's workload may call. Source: {@code buildSidecarOutboundListeners},
 * pilot/pkg/networking/core/listener.go.
 */
final class OutboundListeners {

    private final ListenerScope scope;
    private final ProxyView view;
    private final Optional<String> own;
    private final OutboundEntries entries;
    private final FurtherAddresses further;
    private final Set<String> pods = new HashSet<>();

    private OutboundListeners(ListenerScope scope, Optional<String> own) {
        this.scope = scope;
        this.view = scope.view();
        this.own = own;
        this.entries = new OutboundEntries(scope, own);
        this.further = new FurtherAddresses(scope);
    }

    /** A listener for each address and port of the services that a client sees, as pods have them that are no endpoint of those. */
    static OutboundListeners of(ListenerScope scope) {
        OutboundListeners listeners = new OutboundListeners(scope, Optional.empty());
        Egress.of(scope.view()).forEach(listeners::add);
        return listeners;
    }

    /** Those at a pod's own address, as that pod has them. */
    static OutboundListeners of(ListenerScope scope, String own) {
        OutboundListeners listeners = new OutboundListeners(scope, Optional.of(own));
        Egress.of(scope.view()).forEach(listeners::add);
        return listeners;
    }

    /** The listeners. */
    Collection<OutboundEntry> entries() {
        return entries.all();
    }

    /** Addresses of endpoints that have listeners. */
    Set<String> pods() {
        return pods;
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
        if (addresses.isEmpty() || !addresses.all().stream().allMatch(IpLiteral::isAddress)) {
            return false;
        }
        pods.add(addresses.primary());
        return own.isEmpty() || !addresses.primary().equals(own.get());
    }
}
