package dev.dsctl.render.envoy;

import com.google.protobuf.UInt32Value;
import dev.dsctl.model.kube.IpLiteral;
import io.envoyproxy.envoy.config.core.v3.CidrRange;

/** Addresses and address ranges. Source: {@code AddrStrToPrefix}, {@code AddrStrToCidrRange}, pilot/pkg/networking/util/util.go. */
public final class Cidrs {

    private static final int BITS_OF_BYTE = 8;

    private Cidrs() {}

    /** {@code 10.0.0.0} of {@code 10.0.0.0/8}; an address itself. */
    public static String address(String range) {
        int slash = range.indexOf('/');
        return slash < 0 ? range : range.substring(0, slash);
    }

    /**
     * A range; an address is a range of one.
     *
     * @throws NumberFormatException when the prefix length isn't a number
     */
    public static CidrRange range(String text) {
        return CidrRange.newBuilder()
                .setAddressPrefix(address(text))
                .setPrefixLen(UInt32Value.of(bits(text)))
                .build();
    }

    /** The range with the bits beyond its prefix cleared, so that equal ranges are equal text. */
    public static String masked(String text) {
        byte[] bytes = IpLiteral.bytes(address(text));
        int bits = bits(text);
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(BITS_OF_BYTE, bits - i * BITS_OF_BYTE));
            bytes[i] = (byte) (bytes[i] & (0xff << (BITS_OF_BYTE - kept)));
        }
        return java.util.HexFormat.of().formatHex(bytes) + "/" + bits;
    }

    private static int bits(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return Integer.parseInt(text.substring(slash + 1));
        }
        return text.indexOf(':') < 0 ? 32 : 128;
    }
}
