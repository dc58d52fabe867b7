package dev.dsctl.golden.diff;

import java.util.Set;

/** Tells the fields that say where Envoy listens, binds and connects to. */
public final class AddressPaths {

    private static final Set<String> FIELDS = Set.of(
            "address",
            "additionalAddresses",
            "sourceAddress",
            "extraSourceAddresses",
            "prefixRanges",
            "dnsLookupFamily");

    private AddressPaths() {}

    /** Whether a path leads into an address, or to an endpoint as a whole. */
    public static boolean isAddress(FieldPath path) {
        for (FieldPath at = path; at.parent() != null; at = at.parent()) {
            if (at.last() instanceof Step.Key key && FIELDS.contains(key.name())) {
                return true;
            }
        }
        return path.last() instanceof Step.Element
                && path.parent().last() instanceof Step.Key list
                && list.name().equals("lbEndpoints");
    }
}
