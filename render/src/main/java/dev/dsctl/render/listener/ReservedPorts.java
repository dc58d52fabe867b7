package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ListenerChoices.InboundReservedPorts;
import dev.dsctl.model.profile.ListenerChoices.OutboundReservedPorts;
import dev.dsctl.model.profile.ListenerChoices.OutboundSockets;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.model.proxy.ProxyView;

/**
 * The ports on which a proxy can't listen because it does so already for itself, or because it lacks the privilege. Source:
 * {@code CanBindToPort} and {@code conflictWithReservedListener}, pilot/pkg/model/context.go.
 */
final class ReservedPorts {

    private static final int STATUS = 15021;
    private static final int PROMETHEUS = 15090;
    private static final int FIRST_UNPRIVILEGED = 1024;

    private final ProxyView view;
    private final ListenerSettings settings;
    private final String wildcard;

    ReservedPorts(ProxyView view, ListenerSettings settings, ListenAddresses addresses) {
        this.view = view;
        this.settings = settings;
        this.wildcard = addresses.wildcards().all().stream().findFirst().orElse("");
    }

    /** Whether an outbound listener can be there. */
    boolean allowsOutbound(Bind bind, ServicePort port) {
        if (lacksPrivilege(bind.socket(), port.number()) || lacksSocket(bind.socket(), port.number())) {
            return false;
        }
        boolean everywhere = takesWildcard(bind.primary(), port.protocol());
        return switch (view.profile().choice(OutboundReservedPorts.class)) {
            case NONE -> true;
            case STATIC -> !(everywhere && isStatic(port.number()));
            case STATIC_AND_REDIRECTED -> !(everywhere && (isStatic(port.number()) || isRedirected(port.number())));
        };
    }

    /** Whether there can be inbound chains for a port of a service. */
    boolean allowsService(Bind.Socket socket, int targetPort) {
        return switch (view.profile().choice(InboundReservedPorts.class)) {
            case NONE -> true;
            case OWN_SOCKETS ->
                !lacksPrivilege(socket, targetPort) && !(socket == Bind.Socket.OWN && isStatic(targetPort));
            case ALL -> !lacksPrivilege(socket, targetPort) && !isStatic(targetPort) && !isRedirected(targetPort);
        };
    }

    /**
     * Whether there can be inbound chains for a port of a Sidecar.
     *
     * @param written where the Sidecar says to listen, may be empty
     * @param effective where it will listen
     */
    boolean allowsIngress(Bind.Socket socket, String written, String effective, ServicePort port) {
        if (lacksPrivilege(socket, port.number())) {
            return false;
        }
        return switch (view.profile().choice(InboundReservedPorts.class)) {
            case NONE -> true;
            case OWN_SOCKETS -> !(socket == Bind.Socket.OWN && isStatic(port.number()));
            case ALL -> !(takesWildcard(written, port.protocol()) && isStatic(port.number()));
        };
    }

    private boolean takesWildcard(String bind, Protocol protocol) {
        return bind.isEmpty() ? protocol.isHttp() : bind.equals(wildcard);
    }

    private boolean lacksPrivilege(Bind.Socket socket, int port) {
        return socket == Bind.Socket.OWN && port > 0 && port < FIRST_UNPRIVILEGED && settings.unprivileged();
    }

    private boolean lacksSocket(Bind.Socket socket, int port) {
        return switch (view.profile().choice(OutboundSockets.class)) {
            case EVERY_PORT -> false;
            case OFF_STATIC_PORTS -> socket == Bind.Socket.OWN && isStatic(port);
        };
    }

    private static boolean isStatic(int port) {
        return port == STATUS || port == PROMETHEUS;
    }

    private boolean isRedirected(int port) {
        return port == settings.ports().outbound() || port == settings.ports().inbound();
    }
}
