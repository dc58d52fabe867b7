package dev.dsctl.model.profile;

/** How releases differ in load assignments. */
public final class EndpointChoices {

    private EndpointChoices() {}

    /** What an endpoint is called in telemetry. */
    public enum CanonicalNames implements Choice {
        /** As its canonical labels say. */
        LABELS,
        /** As other labels or the workload's name say if those are missing. */
        LABELS_OR_FALLBACKS
    }

    /** How DestinationRules decide whether an endpoint gets mutual TLS. */
    public enum RuleTls implements Choice {
        /** By the first subset whose labels the endpoint has; only {@code DISABLE} and {@code ISTIO_MUTUAL} decide. */
        SUBSET_LABELS,
        /** By the cluster's subset; only {@code DISABLE} and {@code ISTIO_MUTUAL} decide. */
        SUBSET,
        /** By the cluster's subset; every mode decides. */
        SUBSET_ANY_MODE
    }

    /** What endpoints of DNS clusters look like. */
    public enum DnsEndpoints implements Choice {
        /** Without health, with mutual TLS wherever there is a sidecar. */
        PLAIN,
        /** As endpoints of all other clusters. */
        AS_OTHERS
    }

    /** What becomes of host names where addresses are expected. */
    public enum HostNames implements Choice {
        KEPT,
        LEFT_OUT
    }

    /** Which value of a label {@code failoverPriority} looks for. */
    public enum FailoverLabels implements Choice {
        THE_PROXYS,
        /** The given one if there is one. */
        GIVEN_OR_THE_PROXYS
    }

    /** What {@code failover} adds to {@code failoverPriority}. */
    public enum FailoverRegions implements Choice {
        NOTHING,
        /** Regions within each priority. */
        ORDER_WITHIN
    }

    /** Whether {@code failoverPriority} reaches DNS clusters. */
    public enum DnsFailoverLabels implements Choice {
        IGNORED,
        /** For the hosts of the first locality. */
        FIRST_LOCALITY
    }

    /** Near which endpoints {@code trafficDistribution} keeps traffic. */
    public enum Nearness implements Choice {
        /** Region, zone, and subzone. */
        SUBZONE,
        /** Region and zone; the node too if asked. */
        ZONE_OR_NODE
    }
}
