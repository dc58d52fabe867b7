package dev.dsctl.model.mesh;

import java.util.List;

/**
 * IP addresses in order of preference: the first is the primary one. This value carries dual stack: a renderer writes
 * {@link #primary()} as {@code address} and {@link #additional()} as {@code additionalAddresses} and never asks whether dual stack is on.
 *
 * <p>Source: {@code listenerBinding}, pilot/pkg/networking/core/listener.go.
 *
 * @param all addresses in text form (no brackets, no prefix length), most preferred first
 */
public record Addresses(List<String> all) {

    /** No address at all. */
    public static final Addresses NONE = new Addresses(List.of());

    public Addresses {
        all = List.copyOf(all);
    }

    /** The given addresses, most preferred first. */
    public static Addresses of(String... addresses) {
        return new Addresses(List.of(addresses));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * The preferred address.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public String primary() {
        return all.stream().findFirst().orElseThrow();
    }

    /** All but the preferred one. */
    public List<String> additional() {
        return all.size() < 2 ? List.of() : all.subList(1, all.size());
    }

    /** Just the preferred address. */
    public Addresses primaryOnly() {
        return all.size() < 2 ? this : new Addresses(all.subList(0, 1));
    }

    /** The addresses of one family, in order. */
    public Addresses of(IpFamily family) {
        return new Addresses(all.stream().filter(a -> IpFamily.of(a) == family).toList());
    }

    /** Whether an address of this family is among them. */
    public boolean has(IpFamily family) {
        return all.stream().anyMatch(a -> IpFamily.of(a) == family);
    }

    /** The families among the addresses. */
    public IpMode mode() {
        return IpMode.of(has(IpFamily.IPV4), has(IpFamily.IPV6));
    }
}
