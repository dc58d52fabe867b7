package dev.dsctl.model.profile;

/** How releases differ in what they make of DestinationRules, whatever they render from them. */
public final class TrafficChoices {

    private TrafficChoices() {}

    /** In which order competing DestinationRules are looked at. */
    public enum RuleOrder implements Choice {
        /** Oldest first. */
        OLDEST_FIRST,
        /** Those with a workload selector first, then oldest first. */
        SELECTORS_FIRST
    }

    /** Which DestinationRules of one host in one namespace become one. */
    public enum RuleMerging implements Choice {
        /** Those that have no workload selector, whatever they are exported to. */
        WHATEVER_EXPORT,
        /** Those exported to the same namespaces (unless {@code ENABLE_ENHANCED_DESTINATIONRULE_MERGE=false}). */
        SAME_EXPORT
    }

    /** Whether a host's retry budget reaches a subset. */
    public enum SubsetRetryBudget implements Choice {
        /** Only to subsets without a policy of their own. */
        DROPPED,
        /** As all other parts of a policy. */
        INHERITED
    }
}
