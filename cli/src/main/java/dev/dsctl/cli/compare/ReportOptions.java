package dev.dsctl.cli.compare;

import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.input.TypeOption;
import dev.dsctl.cli.output.ReportFormat;
import dev.dsctl.cli.output.ReportTargets;
import dev.dsctl.golden.diff.Ignores;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.report.Findings;
import dev.dsctl.golden.report.GithubReport;
import dev.dsctl.golden.report.Grouping;
import dev.dsctl.golden.report.JsonReport;
import dev.dsctl.golden.report.JunitReport;
import dev.dsctl.golden.report.MarkdownReport;
import dev.dsctl.golden.report.Report;
import dev.dsctl.golden.report.SarifReport;
import dev.dsctl.golden.report.Style;
import dev.dsctl.golden.report.SummaryReport;
import dev.dsctl.golden.report.TextReport;
import dev.dsctl.golden.report.YamlReport;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of what is compared and how differences are reported. */
public final class ReportOptions {

    @Mixin
    private TypeOption type;

    @Option(
            names = "--ignore",
            paramLabel = "PATTERN",
            description =
                    "Leave out what a path matches, such as 'clusters[*].circuitBreakers' or statPrefix. Repeatable.")
    private List<String> ignores = List.of();

    @Mixin
    private ReportTargets targets;

    @Option(names = "--all", description = "Show each change by itself, even when many are alike.")
    private boolean all;

    /** The kinds asked for; none for all. */
    public Set<ResourceKind> kinds() {
        return type.kinds();
    }

    /** What is to be left out, besides what is left out anyway. */
    public List<String> ignores() {
        return ignores;
    }

    /** Reads patterns. */
    public static Ignores ignores(List<String> patterns) {
        try {
            return Ignores.of(patterns);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--ignore: " + e.getMessage());
        }
    }

    /**
     * Writes the reports that were asked for.
     *
     * @param out standard output
     * @return whether there is nothing to report
     */
    public boolean report(Comparison comparison, Style style, String version, PrintWriter out) throws IOException {
        SnapshotDiff diff = comparison.diff();
        Grouping grouping = all ? Grouping.NONE : Grouping.ALIKE;
        Findings findings = new Findings(diff, comparison.origins(), grouping, comparison.fallback());
        targets.write((format, look, to) -> report(format, look, version).write(findings, to), style, out);
        return diff.isEmpty();
    }

    private static Report report(ReportFormat format, Style style, String version) {
        return switch (format) {
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
}
