package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.EgressScope;
import dev.dsctl.model.proxy.Families;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.sidecar.CaptureMode;
import dev.dsctl.model.sidecar.EgressListener;
import dev.dsctl.model.sidecar.SidecarPort;
import dev.dsctl.model.traffic.VirtualService;
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
 * @param virtualServices the VirtualServices that count, in order
 */
record Egress(
        Optional<ServicePort> port,
        String bind,
        Bind.Socket socket,
        List<Service> services,
        List<VirtualService> virtualServices) {

    static List<Egress> of(ProxyView view) {
        return view.scope().egress().stream().map(scope -> of(view, scope)).toList();
    }

    private static Egress of(ProxyView view, EgressScope scope) {
        EgressListener written = scope.listener();
        return new Egress(
                written.port().map(Egress::port),
                written.bind(),
                written.captureMode() == CaptureMode.NONE ? Bind.Socket.OWN : Bind.Socket.NONE,
                services(view, scope),
                scope.virtualServices());
    }

    private static List<Service> services(ProxyView view, EgressScope scope) {
        return view.families() == Families.TOGETHER
                ? scope.services()
                : scope.services().stream().filter(view::listensFor).toList();
    }

    private static ServicePort port(SidecarPort port) {
        return ServicePort.of(port.name(), port.number(), port.protocol());
    }
}
