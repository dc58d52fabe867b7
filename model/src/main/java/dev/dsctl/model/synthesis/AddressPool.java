package dev.dsctl.model.synthesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives objects addresses that depend on their names alone, so that adding or removing another object changes none. Only where two names
 * lead to one address does one of them get another. Not for use by several threads.
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
     * An address for each name. Those that nobody else's name leads to are given out first, so that an object that is displaced displaces no
     * third one; of several that want the same, the first in alphabetical order gets it.
     *
     * @throws IllegalStateException when the range is used up
     */
    Map<String, Allocation> allocate(Collection<String> names) {
        BigInteger usable = range.size().subtract(RESERVED).subtract(BigInteger.ONE);
        if (usable.signum() <= 0
                || BigInteger.valueOf(taken.size() + (long) names.size()).compareTo(usable) > 0) {
            throw new IllegalStateException("no address is left");
        }
        Map<String, Allocation> allocations = new HashMap<>(names.size() * 2);
        List<String> displaced = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            String wanted = address(name, usable);
            if (taken.add(wanted)) {
                allocations.put(name, new Allocation(wanted, false));
            } else {
                displaced.add(name);
            }
        }
        for (String name : displaced) {
            int attempt = 1;
            while (!taken.add(address(name + "#" + attempt, usable))) {
                attempt++;
            }
            allocations.put(name, new Allocation(address(name + "#" + attempt, usable), true));
        }
        return allocations;
    }

    private String address(String text, BigInteger usable) {
        return range.address(new BigInteger(1, digest(text)).mod(usable).add(RESERVED));
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
