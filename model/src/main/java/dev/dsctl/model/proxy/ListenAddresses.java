package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.ListenerChoices.WildcardFamilies;

/**
 * The addresses a proxy's listeners may have: those of its families, as far as dual stack is on. Source:
 * pilot/pkg/networking/core/listener_address.go.
 */
public final class ListenAddresses {

    /** Any IPv4 address. */
    public static final String ANY_IPV4 = "0.0.0.0";

    /** Any IPv6 address. */
    public static final String ANY_IPV6 = "::";

    private static final Addresses ANY = Addresses.of(ANY_IPV4, ANY_IPV6);
    private static final Addresses LOOPBACK = Addresses.of("127.0.0.1", "::1");

    private final ProxyView view;
    private final IpMode mode;
    private final boolean several;
    private final boolean severalOutbound;

    private ListenAddresses(ProxyView view, boolean several, boolean severalOutbound) {
        this.view = view;
        this.mode = view.proxy().ipMode();
        this.several = several;
        this.severalOutbound = severalOutbound;
    }

    /** Those of a proxy. */
    public static ListenAddresses of(ProxyView view) {
        boolean dualStack = view.mesh().env().dualStack();
        boolean outbound = switch (view.profile().choice(WildcardFamilies.class)) {
            case DUAL_STACK_ONLY -> dualStack;
            case ALWAYS_BOTH -> true;
        };
        return new ListenAddresses(view, dualStack, outbound);
    }

    /** Any address, for listeners that traffic is redirected to and for inbound ones; none where there are no such listeners. */
    public Addresses wildcards() {
        return inboundOf(ANY);
    }

    /** This host, where inbound traffic goes; none where there are no listeners for it. */
    public Addresses loopback() {
        return inboundOf(LOOPBACK).primaryOnly();
    }

    private Addresses inboundOf(Addresses both) {
        return switch (view.families()) {
            case TOGETHER -> inbound(ofMode(both));
            case IPV4, IPV6 ->
                refusesOneFamily() ? Addresses.NONE : view.families().of(ofMode(both));
        };
    }

    /** Where each family has listeners of its own, istiod has none for a pod of one family while dual stack is on. */
    private boolean refusesOneFamily() {
        return several && mode != IpMode.DUAL;
    }

    /** Any address, for outbound listeners. */
    public Addresses outboundWildcards() {
        return outboundOf(ANY);
    }

    /** This host, for outbound listeners with a socket of their own. */
    public Addresses outboundLoopback() {
        return outboundOf(LOOPBACK);
    }

    /** Whether a service's address stands for none. */
    public boolean isAny(String address) {
        return switch (view.families()) {
            case TOGETHER, IPV4 -> address.equals(ANY_IPV4);
            case IPV6 -> address.equals(ANY_IPV6);
        };
    }

    /** Listeners of one family are there for services of that family, whatever the proxy's. */
    private Addresses outboundOf(Addresses both) {
        return switch (view.families()) {
            case TOGETHER -> outbound(ofMode(both));
            case IPV4, IPV6 -> view.families().of(both);
        };
    }

    /** Those of the addresses that an inbound listener may have. */
    public Addresses inbound(Addresses addresses) {
        return several ? addresses : addresses.primaryOnly();
    }

    /** Those of the addresses that an outbound listener may have. */
    public Addresses outbound(Addresses addresses) {
        return severalOutbound ? addresses : addresses.primaryOnly();
    }

    private Addresses ofMode(Addresses both) {
        return switch (mode) {
            case IPV4 -> both.primaryOnly();
            case IPV6 -> Addresses.of(both.all().get(1));
            case DUAL -> both;
        };
    }
}
