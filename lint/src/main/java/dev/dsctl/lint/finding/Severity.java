package dev.dsctl.lint.finding;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
    /** Traffic of a family is lost or configuration is refused. */
    ERROR,
    /** Something works in one family only, or not as it looks. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** Whether it matters at least as much as another. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** {@code error}, {@code warning} or {@code info}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
