package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.ServicePort;
import java.util.List;
import java.util.Optional;

/**
 * The listener for applications that use the sidecar as HTTP proxy. Source: {@code buildHTTPProxy},
 * pilot/pkg/networking/core/listener.go.
 */
final class HttpProxyListener {

    /** The route configuration it asks for. */
    private static final String ROUTES = "http_proxy";

    private HttpProxyListener() {}

    /** The listener, if the mesh has a port for it. */
    static Optional<OutboundEntry> of(ListenerScope scope) {
        int port = scope.settings().ports().httpProxy();
        if (port == 0) {
            return Optional.empty();
        }
        OutboundEntry entry = new OutboundEntry(
                ServicePort.of("", port, Protocol.HTTP_PROXY),
                new Bind(scope.addresses().outboundLoopback(), Bind.Socket.OWN),
                Protocol.HTTP_PROXY,
                scope.profile());
        OutboundHttp http = new OutboundHttp(ROUTES, OutboundHttp.Kind.PROXY);
        entry.append(List.of(ChainSpec.of(ChainMatch.ALL, new ChainSpec.Http(http))));
        return Optional.of(entry);
    }
}
