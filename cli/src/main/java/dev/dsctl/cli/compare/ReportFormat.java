package dev.dsctl.cli.compare;

import dev.dsctl.golden.report.GithubReport;
import dev.dsctl.golden.report.JsonReport;
import dev.dsctl.golden.report.JunitReport;
import dev.dsctl.golden.report.MarkdownReport;
import dev.dsctl.golden.report.Report;
import dev.dsctl.golden.report.SarifReport;
import dev.dsctl.golden.report.Style;
import dev.dsctl.golden.report.SummaryReport;
import dev.dsctl.golden.report.TextReport;
import dev.dsctl.golden.report.YamlReport;
import java.time.Instant;
import java.util.Locale;

/** The formats that differences can be reported in. */
public enum ReportFormat {
    TEXT,
    SUMMARY,
    JSON,
    YAML,
    MARKDOWN,
    JUNIT,
    GITHUB,
    SARIF;

    Report report(Style style, String version) {
        return switch (this) {
            case TEXT -> new TextReport(style);
            case SUMMARY -> new SummaryReport(style);
            case JSON -> new JsonReport();
            case YAML -> new YamlReport();
            case MARKDOWN -> new MarkdownReport();
            case JUNIT -> new JunitReport(Instant.now());
            case GITHUB -> new GithubReport();
            case SARIF -> new SarifReport(version);
        };
    }

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
