package dev.dsctl.model.profile;

/** How releases differ in applying EnvoyFilters. */
public final class ExtensionChoices {

    private ExtensionChoices() {}

    /** Which names of filters a patch may use. */
    public enum FilterNames implements Choice {
        /** Names from before Envoy's v3 API find and give filters too. */
        OLD_ACCEPTED,
        /** Only the names in the configuration. */
        EXACT
    }

    /** When filters that a patch removes go. */
    public enum FilterRemoval implements Choice {
        /** After all other patches, and every filter that has the name of one removed. */
        AFTER_ALL,
        /** When it is the patch's turn. */
        IN_TURN
    }

    /** Whether a patch can look for application protocols of a filter chain. */
    public enum ApplicationProtocolMatch implements Choice {
        /** It is ignored. */
        IGNORED,
        /** The chain must have all that are named. */
        ALL_NAMED
    }

    /** Whether a patch can look for a domain of a virtual host. */
    public enum DomainMatch implements Choice {
        /** It is ignored. */
        IGNORED,
        /** The virtual host must have it. */
        HONOURED
    }

    /** Whether a patch can be merged into a listener filter. */
    public enum ListenerFilterMerge implements Choice {
        /** It does nothing. */
        IGNORED,
        /** Its content is merged. */
        HONOURED
    }

    /** What becomes of filter chains without filters in a listener that is patched. */
    public enum EmptyChains implements Choice {
        /** They stay, unless a patch removes a chain of the listener. */
        KEPT_UNLESS_REMOVING,
        /** They go. */
        DROPPED
    }

    /** In which order EnvoyFilters apply; the oldest first where this doesn't tell. */
    public enum FilterOrder implements Choice {
        /** The root namespace's first, then those of lower priority. */
        ROOT_NAMESPACE_FIRST,
        /** Those of lower priority first, then the root namespace's. */
        PRIORITY_FIRST
    }
}
