package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.ListenerChoices.CidrRanges;
import dev.dsctl.model.profile.ListenerChoices.DeclaredPortBinds;
import dev.dsctl.model.profile.ListenerChoices.ExternalWildcards;
import dev.dsctl.model.profile.ListenerChoices.GivenBinds;
import dev.dsctl.model.profile.ListenerChoices.RangeBinds;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.proxy.ProxyView;
import java.util.ArrayList;
import java.util.List;

/** Where outbound listeners listen. Source: pilot/pkg/networking/core/listener.go. */
final class Binds {

    private static final String UNIX_SOCKET = "unix://";
    private static final String ALL_IPV6 = "::/0";

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
            return new Bind(written(egress), socket);
        }
        return own ? new Bind(addresses.outboundLoopback(), socket) : new Bind(Addresses.NONE, spare(egress), socket);
    }

    private Addresses spare(Egress egress) {
        List<String> second = addresses.outboundWildcards().additional();
        return switch (view.profile().choice(DeclaredPortBinds.class)) {
            case FURTHER_ADDRESSES -> Addresses.NONE;
            case FURTHER_ADDRESSES_OR_WILDCARD -> egress.port().isPresent() ? new Addresses(second) : Addresses.NONE;
        };
    }

    private Addresses written(Egress egress) {
        Addresses loopback = addresses.outboundLoopback();
        boolean isLoopback = egress.port().isEmpty() && egress.bind().equals(loopback.primary());
        return switch (view.profile().choice(GivenBinds.class)) {
            case WITH_LEFTOVERS, WITH_FURTHER -> isLoopback ? loopback : Addresses.of(egress.bind());
            case ALONE -> Addresses.of(egress.bind());
        };
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
            return isRangeOfAll(port.service(), own)
                    ? port.at(rangeBinds(port), List.of(ALL_IPV6))
                    : port.at(withSpare(anyAddress(port.service(), own), port));
        }
        return own.primary().contains("/")
                ? port.at(rangeBinds(port), ranges(own))
                : port.at(withSpare(addresses.outbound(own), port));
    }

    /** Where connections to ranges of addresses arrive. */
    private Addresses rangeBinds(OutboundPort port) {
        Addresses wildcards = addresses.outboundWildcards();
        return switch (view.profile().choice(RangeBinds.class)) {
            case FIRST_FAMILY -> withSpare(wildcards.primaryOnly(), port);
            case ALL_FAMILIES -> wildcards;
        };
    }

    private static Addresses withSpare(Addresses binds, OutboundPort port) {
        Addresses spare = port.bind().spare();
        if (spare.isEmpty() || binds.all().size() > 1) {
            return binds;
        }
        List<String> all = new ArrayList<>(binds.all());
        all.addAll(spare.all());
        return new Addresses(all);
    }

    private List<String> ranges(Addresses own) {
        return switch (view.profile().choice(CidrRanges.class)) {
            case FIRST -> own.primaryOnly().all();
            case ALL -> own.all();
        };
    }

    /** The wildcard that istiod puts in for IPv6 proxies was a range at first, with a filter chain match of its own. */
    private boolean isRangeOfAll(Service service, Addresses own) {
        boolean range = switch (view.profile().choice(ExternalWildcards.class)) {
            case IPV4, ALL_FAMILIES -> false;
            case FIRST_FAMILY -> true;
        };
        return range
                && service.registry() != Service.Registry.KUBERNETES
                && own.all().size() < 2
                && view.proxy().ipMode() == IpMode.IPV6;
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
