package dev.dsctl.cli.compare;

import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.input.KindConverter;
import dev.dsctl.golden.diff.Ignores;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.report.Findings;
import dev.dsctl.golden.report.Grouping;
import dev.dsctl.golden.report.Style;
import dev.dsctl.render.ResourceKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of what is compared and how differences are reported. */
public final class ReportOptions {

    @Option(
            names = "--type",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only these: listeners, clusters, routes, endpoints.")
    private Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);

    @Option(
            names = "--ignore",
            paramLabel = "PATTERN",
            description =
                    "Leave out what a path matches, such as 'clusters[*].circuitBreakers' or statPrefix. Repeatable.")
    private List<String> ignores = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "What to print: ${COMPLETION-CANDIDATES} (default: text).")
    private ReportFormat format;

    @Option(
            names = "--report",
            paramLabel = "FORMAT[=FILE]",
            converter = ReportTarget.Converter.class,
            description = "Report in this format, too or to a file. Repeatable.")
    private List<ReportTarget> reports = List.of();

    @Option(names = "--summary", description = "One line a resource, and totals.")
    private boolean summary;

    @Option(names = "--all", description = "Show each change by itself, even when many are alike.")
    private boolean all;

    /** The kinds asked for; none for all. */
    public Set<ResourceKind> kinds() {
        return kinds;
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
        List<ReportTarget> targets = targets();
        SnapshotDiff diff = comparison.diff();
        Grouping grouping = all ? Grouping.NONE : Grouping.ALIKE;
        Findings findings = new Findings(diff, comparison.origins(), grouping, comparison.fallback());
        for (ReportTarget target : targets) {
            if (target.file().isPresent()) {
                write(target, findings, version, target.file().get());
            } else {
                target.format().report(style, version).write(findings, out);
            }
        }
        return diff.isEmpty();
    }

    private List<ReportTarget> targets() {
        List<ReportTarget> targets = new ArrayList<>(reports);
        if (format != null || summary) {
            ReportFormat printed = summary ? ReportFormat.SUMMARY : format;
            targets.add(0, new ReportTarget(printed, java.util.Optional.empty()));
        } else if (reports.isEmpty()) {
            targets.add(new ReportTarget(ReportFormat.TEXT, java.util.Optional.empty()));
        }
        List<ReportTarget> printed =
                targets.stream().filter(target -> target.file().isEmpty()).toList();
        if (printed.size() > 1
                && printed.stream().anyMatch(target -> !target.format().isForPeople())) {
            throw new UsageException("only one report can be printed; give the others a file (--report FORMAT=FILE)");
        }
        return targets;
    }

    private static void write(ReportTarget target, Findings findings, String version, Path file) throws IOException {
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new UsageException("can't write " + file + ": there is no such folder");
        }
        try (BufferedWriter out = Files.newBufferedWriter(beside)) {
            target.format().report(Style.PLAIN, version).write(findings, out);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
