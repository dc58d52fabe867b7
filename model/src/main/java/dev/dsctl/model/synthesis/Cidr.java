package dev.dsctl.model.synthesis;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.IpFamily;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
    private static final String ALLOWED = "0123456789abcdefABCDEF:.";

    /** Reads {@code 10.96.0.0/16} or {@code fd00:10:96::/112}; empty when it isn't a range. */
    static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || !text.substring(0, slash).chars().allMatch(c -> ALLOWED.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        // Anything else would be looked up as a name.
        if (!IpLiteral.isAddress(text.substring(0, slash))) {
            return Optional.empty();
        }
        IpFamily family = IpFamily.of(text.substring(0, slash));
        String length = text.substring(slash + 1);
        boolean number =
                !length.isEmpty() && length.length() <= 3 && length.chars().allMatch(Character::isDigit);
        if (!number || Integer.parseInt(length) > bits(family)) {
            return Optional.empty();
        }
        try {
            BigInteger address = new BigInteger(
                    1, InetAddress.getByName(text.substring(0, slash)).getAddress());
            int prefix = Integer.parseInt(length);
            int host = bits(family) - prefix;
            return Optional.of(new Cidr(address.shiftRight(host).shiftLeft(host), prefix, family));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
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
