package dev.dsctl.lint.report;

import dev.dsctl.lint.finding.Finding;
import java.util.Locale;

/**
 * A finding in a report.
 *
 * @param finding the finding
 * @param change what an upgrade does to it
 */
public record Reported(Finding finding, Change change) {

    /** What an upgrade does to a finding. */
    public enum Change {
        /** No upgrade is asked about. */
        NONE,
        /** It brings it. */
        ADDED,
        /** It takes it away. */
        REMOVED;

        /** {@code added} or {@code removed}. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the finding is there in the end. */
    boolean stays() {
        return change != Change.REMOVED;
    }
}
