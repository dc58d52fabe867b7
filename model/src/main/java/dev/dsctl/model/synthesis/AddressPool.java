package dev.dsctl.model.synthesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives objects addresses that depend on their names alone, so that adding or removing another object changes none. Only where two names
 * lead to one address does the second asker get the next free one. Not for use by several threads.
 */
final class AddressPool {

    /** The first addresses of a range are for the network, the API server and DNS. */
    private static final BigInteger RESERVED = BigInteger.valueOf(16);

    private final Cidr range;
    private final Set<String> taken = new HashSet<>();

    AddressPool(Cidr range) {
        this.range = range;
    }

    /** Keeps an address that the input gives somebody. */
    void take(String address) {
        taken.add(address);
    }

    /** How addresses were found: whether another object already had the one the name leads to. */
    record Allocation(String address, boolean displaced) {}

    /**
     * An address for a name.
     *
     * @throws IllegalStateException when the range is used up
     */
    Allocation allocate(String name) {
        BigInteger usable = range.size().subtract(RESERVED).subtract(BigInteger.ONE);
        if (usable.signum() <= 0 || BigInteger.valueOf(taken.size()).compareTo(usable) > 0) {
            throw new IllegalStateException("no address is left");
        }
        BigInteger wanted = new BigInteger(1, digest(name)).mod(usable);
        BigInteger position = wanted;
        while (!taken.add(range.address(position.add(RESERVED)))) {
            position = position.add(BigInteger.ONE).mod(usable);
        }
        return new Allocation(range.address(position.add(RESERVED)), !position.equals(wanted));
    }

    /** A digest of a name: the same on every machine. */
    static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
