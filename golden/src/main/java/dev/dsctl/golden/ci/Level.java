package dev.dsctl.golden.ci;

import java.util.Locale;

/** How much a remark matters, worst first. */
public enum Level {
    ERROR,
    WARNING,
    NOTE;

    /** {@code error}, {@code warning} or {@code note}: SARIF's words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
