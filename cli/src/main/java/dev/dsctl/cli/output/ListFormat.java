package dev.dsctl.cli.output;

import java.util.Locale;

/** The values of {@code -o} where a list is printed. */
public enum ListFormat {
    /** For people. */
    TEXT,
    /** The same for programs. */
    JSON;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
