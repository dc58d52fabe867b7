package dev.dsctl.golden.diff;

import java.util.Locale;

/** What happened to a resource or a value between the two sides. */
public enum Change {
    /** Only the second side has it. */
    ADDED,
    /** Only the first side has it. */
    REMOVED,
    /** Both have it, and it isn't the same. */
    CHANGED,
    /** A list has the same elements in another order, where Envoy cares about the order. */
    REORDERED;

    /** {@code added}, as reports write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
