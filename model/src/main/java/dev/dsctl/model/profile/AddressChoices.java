package dev.dsctl.model.profile;

/** How releases differ in the addresses under which a proxy reaches a service. */
public final class AddressChoices {

    private AddressChoices() {}

    /** How a proxy gets configuration for both address families. */
    public enum FamilyDesign implements Choice {
        /** One of each resource, with the addresses of all families. */
        MULTI_ADDRESS,
        /** Listeners, clusters, routes and endpoints of each family's own. */
        PER_FAMILY
    }

    /** Which virtual address of a service comes first. */
    public enum PrimaryVip implements Choice {
        /** The service's first. */
        FIRST,
        /** The first of a family the proxy has; for a dual-stack proxy the first IPv4 address. */
        PROXY_FAMILY_IPV4_FIRST,
        /** The first of a family the proxy has. */
        PROXY_FAMILY
    }

    /** Which virtual addresses of a service follow the first. */
    public enum ExtraVips implements Choice {
        /** All others. */
        ALL,
        /** All others, with dual stack on. */
        ALL_IF_DUAL_STACK,
        /** All others, with dual stack or ambient on; else those of one family. */
        ALL_OR_ONE_FAMILY,
        /** For dual-stack proxies all others, with dual stack or ambient on; else those of one family. */
        BY_PROXY_FAMILIES
    }

    /** Which proxies use the addresses that istiod gives to ServiceEntries without any. */
    public enum AssignedVips implements Choice {
        /** Those with metadata {@code DNS_CAPTURE} and {@code DNS_AUTO_ALLOCATE}. */
        CAPTURE_AND_ALLOCATE,
        /** Those with metadata {@code DNS_CAPTURE}, and {@code DNS_AUTO_ALLOCATE} unless a controller assigns the addresses. */
        CAPTURE
    }

    /** Which virtual addresses of a service its virtual host answers to. */
    public enum RouteVips implements Choice {
        /** The first. */
        PRIMARY,
        /** The first and those that follow it, with dual stack on. */
        PRIMARY_AND_EXTRA,
        /** All that the proxy may use with dual stack on, else the first. */
        ALL_IF_DUAL_STACK,
        /** All that the proxy may use, else the first. */
        ALL,
        /** All that the proxy may use; the first of a Kubernetes service only if it has one of the proxy's families. */
        ALL_OF_PROXY_FAMILIES
    }
}
