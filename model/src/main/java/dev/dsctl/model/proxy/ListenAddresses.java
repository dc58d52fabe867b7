package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.ListenerChoices.WildcardFamilies;

/**
 * The addresses that stand for "any" and "this host" in a proxy's listeners: those of the proxy's families, as far as dual stack is on.
 * Source: pilot/pkg/networking/core/listener_address.go.
 *
 * @param wildcards for listeners that traffic is redirected to and for inbound ones
 * @param outboundWildcards for outbound listeners
 * @param outboundLoopback for outbound listeners with a socket of their own
 */
public record ListenAddresses(Addresses wildcards, Addresses outboundWildcards, Addresses outboundLoopback) {

    /** Any IPv4 address. */
    public static final String ANY_IPV4 = "0.0.0.0";

    /** Any IPv6 address. */
    public static final String ANY_IPV6 = "::";

    private static final Addresses ANY = Addresses.of(ANY_IPV4, ANY_IPV6);
    private static final Addresses LOOPBACK = Addresses.of("127.0.0.1", "::1");

    /** Those of a proxy. */
    public static ListenAddresses of(ProxyView view) {
        IpMode mode = view.proxy().ipMode();
        boolean dualStack = view.mesh().env().dualStack();
        boolean outboundBoth = switch (view.profile().choice(WildcardFamilies.class)) {
            case DUAL_STACK_ONLY -> dualStack;
            case ALWAYS_BOTH -> true;
        };
        Addresses any = in(mode, ANY);
        return new ListenAddresses(
                dualStack ? any : any.primaryOnly(),
                outboundBoth ? any : any.primaryOnly(),
                outboundBoth ? in(mode, LOOPBACK) : in(mode, LOOPBACK).primaryOnly());
    }

    private static Addresses in(IpMode mode, Addresses both) {
        return switch (mode) {
            case IPV4 -> both.primaryOnly();
            case IPV6 -> Addresses.of(both.all().get(1));
            case DUAL -> both;
        };
    }
}
