package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpFamily;
import java.util.Optional;

/** For which address families a view of a proxy is: for all, or for one where each has resources of its own. */
public enum Families {
    /** One resource has the addresses of all families. */
    TOGETHER(null),
    /** Only what is for IPv4. */
    IPV4(IpFamily.IPV4),
    /** Only what is for IPv6. */
    IPV6(IpFamily.IPV6);

    private final IpFamily family;

    Families(IpFamily family) {
        this.family = family;
    }

    /** The one family; empty when it is all. */
    public Optional<IpFamily> one() {
        return Optional.ofNullable(family);
    }

    /** Those of the addresses that belong here. */
    public Addresses of(Addresses addresses) {
        return family == null ? addresses : addresses.of(family);
    }
}
