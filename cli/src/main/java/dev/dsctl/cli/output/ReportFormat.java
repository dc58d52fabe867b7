package dev.dsctl.cli.output;

import java.util.Locale;

/** The formats of reports. */
public enum ReportFormat {
    TEXT,
    SUMMARY,
    JSON,
    YAML,
    MARKDOWN,
    JUNIT,
    GITHUB,
    SARIF;

    /** Whether it may stand in one stream with others: GitHub finds its lines between any text. */
    boolean isForPeople() {
        return this == TEXT || this == SUMMARY || this == GITHUB;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
