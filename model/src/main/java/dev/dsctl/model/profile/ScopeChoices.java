package dev.dsctl.model.profile;

/** How releases differ in what a sidecar sees. */
public final class ScopeChoices {

    private ScopeChoices() {}

    /** What becomes of several services of the same host. */
    public enum SameHosts implements Choice {
        /** Without a Sidecar all count; with one the first counts, with the ports of others of its namespace. */
        ALL_UNLESS_CHOSEN,
        /** One counts, Kubernetes' own before others, with the ports of those like it. */
        MERGED,
        /** One counts for clusters; for listeners all of its namespace, unless {@code PILOT_UNIFIED_SIDECAR_SCOPE} is false. */
        MERGED_FOR_CLUSTERS
    }

    /** Which destinations of VirtualServices a Sidecar brings in. */
    public enum BroughtIn implements Choice {
        /** All. */
        ALL,
        /** Those of routes for the sidecar's namespace. */
        OF_NAMESPACE
    }

    /** Which namespace's service a VirtualService means when the sidecar's own has none of the host. */
    public enum MeantNamespace implements Choice {
        /** The first by name. */
        FIRST_BY_NAME,
        /** One with Kubernetes' own service, else the one with the oldest. */
        BEST
    }

    /** Which service counts when a namespace has several of a host. */
    public enum NamespacesHost implements Choice {
        /** The youngest. */
        YOUNGEST,
        /** Kubernetes' own, else the oldest. */
        OLDEST
    }

    /** Which listed endpoints make a proxy that no selector selects serve a service. */
    public enum UnselectedTargets implements Choice {
        /** Those at any of the proxy's addresses. */
        ANY_ADDRESS,
        /** All of them, wherever they are. */
        ALL,
        /** Those whose first address is the proxy's first. */
        FIRST_ADDRESS
    }

    /** What becomes of Istio's resources in namespaces that {@code discoverySelectors} leave out. */
    public enum UndiscoveredResources implements Choice {
        /** They count, unless {@code ENABLE_ENHANCED_RESOURCE_SCOPING} is true. */
        COUNT_UNLESS_SCOPED,
        /** They don't count, unless {@code ENABLE_ENHANCED_RESOURCE_SCOPING} is false. */
        HIDDEN_UNLESS_UNSCOPED,
        /** They don't count. */
        HIDDEN
    }
}
