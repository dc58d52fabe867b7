package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.ProxyView;
import java.util.List;
import java.util.Optional;

/**
 * A set of services that a proxy listens for in one way: an egress entry of its Sidecar, or all it sees. Source:
 * {@code IstioEgressListenerWrapper}, pilot/pkg/model/sidecar.go.
 *
 * @param port the port to listen on; none for the services' own
 * @param bind the address or Unix domain socket to listen on; empty for the services' own
 * @param socket whether the Sidecar asks for sockets of the listeners' own
 * @param services the services
 */
record Egress(Optional<ServicePort> port, String bind, Bind.Socket socket, List<Service> services) {

    static List<Egress> of(ProxyView view) {
        return List.of(new Egress(Optional.empty(), "", Bind.Socket.NONE, view.services()));
    }
}
