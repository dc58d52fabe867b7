package dev.dsctl.render.security;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.CidrRange;

/** Address ranges of rules. Source: {@code AddrStrToCidrRange}, pilot/pkg/networking/util/util.go. */
final class Cidrs {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private Cidrs() {}

    /** A range, or an address as a range of itself. */
    static CidrRange of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int bits = slash < 0 ? (address.indexOf(':') < 0 ? IPV4_BITS : IPV6_BITS) : bits(text.substring(slash + 1));
        return CidrRange.newBuilder()
                .setAddressPrefix(address)
                .setPrefixLen(UInt32Value.of(bits))
                .build();
    }

    private static int bits(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new UnsupportedRuleException("not a prefix length: " + text);
        }
    }
}
