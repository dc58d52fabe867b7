package dev.dsctl.model.synthesis;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.IpFamily;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param first its first address as a number
 * @param prefix length of the prefix in bits
 * @param family its family
 */
record Cidr(BigInteger first, int prefix, IpFamily family) {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    /** Reads {@code 10.96.0.0/16} or {@code fd00:10:96::/112}; empty when it isn't a range. */
    static Optional<Cidr> parse(String text) {
        if (!IpLiteral.isCidr(text) || text.indexOf('%') >= 0) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        IpFamily family = IpFamily.of(text.substring(0, slash));
        int prefix = Integer.parseInt(text.substring(slash + 1));
        int host = bits(family) - prefix;
        BigInteger address = new BigInteger(1, IpLiteral.bytes(text.substring(0, slash)));
        return Optional.of(new Cidr(address.shiftRight(host).shiftLeft(host), prefix, family));
    }

    private static int bits(IpFamily family) {
        return family == IpFamily.IPV4 ? IPV4_BITS : IPV6_BITS;
    }

    /** How many addresses it holds. */
    BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits(family) - prefix);
    }

    /** Its address at a position, in the text form that Kubernetes writes. */
    String address(BigInteger position) {
        byte[] number = first.add(position).toByteArray();
        byte[] bytes = new byte[bits(family) / 8];
        for (int i = 0; i < Math.min(bytes.length, number.length); i++) {
            bytes[bytes.length - 1 - i] = number[number.length - 1 - i];
        }
        return IpText.of(bytes);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return address(BigInteger.ZERO) + "/" + prefix;
    }
}
