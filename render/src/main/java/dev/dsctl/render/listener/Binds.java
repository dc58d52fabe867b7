package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.ListenerChoices.CidrRanges;
import dev.dsctl.model.profile.ListenerChoices.ExternalWildcards;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.proxy.ProxyView;
import java.util.List;

/** Where outbound listeners listen. Source: pilot/pkg/networking/core/listener.go. */
final class Binds {

    private static final String UNIX_SOCKET = "unix://";

    private final ProxyView view;
    private final ListenAddresses addresses;

    Binds(ProxyView view, ListenAddresses addresses) {
        this.view = view;
        this.addresses = addresses;
    }

    /** Where the listeners of an egress listen, as far as that doesn't depend on the service. */
    Bind of(Egress egress) {
        boolean own = view.proxy().interception() == InterceptionMode.NONE
                || egress.socket() == Bind.Socket.OWN
                || egress.bind().startsWith(UNIX_SOCKET);
        Bind.Socket socket = own ? Bind.Socket.OWN : Bind.Socket.NONE;
        if (!egress.bind().isEmpty()) {
            return new Bind(Addresses.of(egress.bind()), socket);
        }
        return new Bind(own ? addresses.outboundLoopback() : Addresses.NONE, socket);
    }

    /** The port with the addresses that its service gives it, unless it has some already. */
    OutboundPort resolve(OutboundPort port) {
        if (!port.bind().addresses().isEmpty()) {
            return port;
        }
        return Handling.of(port.port().protocol()) == Handling.HTTP
                ? port.at(addresses.outboundWildcards())
                : atService(port);
    }

    /** Whether a listener takes what goes to any address. */
    boolean isWildcard(Bind bind) {
        return bind.primary().equals(addresses.outboundWildcards().primary());
    }

    private OutboundPort atService(OutboundPort port) {
        Addresses own = view.addressesOf(port.service());
        if (own.isEmpty() || own.primary().equals(ListenAddresses.ANY_IPV4)) {
            return port.at(anyAddress(port.service(), own));
        }
        return own.primary().contains("/")
                ? port.at(addresses.outboundWildcards(), ranges(own))
                : port.at(addresses.outbound(own));
    }

    private List<String> ranges(Addresses own) {
        return switch (view.profile().choice(CidrRanges.class)) {
            case FIRST -> own.primaryOnly().all();
            case ALL -> own.all();
        };
    }

    private Addresses anyAddress(Service service, Addresses own) {
        Addresses any = own.isEmpty() ? Addresses.of(ListenAddresses.ANY_IPV4) : own;
        if (service.registry() == Service.Registry.KUBERNETES || any.all().size() > 1) {
            return any;
        }
        return switch (view.profile().choice(ExternalWildcards.class)) {
            case IPV4 -> any;
            case FIRST_FAMILY -> addresses.outboundWildcards().primaryOnly();
            case ALL_FAMILIES -> addresses.outboundWildcards();
        };
    }
}
