package dev.dsctl.cli.output;

import dev.dsctl.cli.UsageException;
import dev.dsctl.golden.report.Style;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of which reports are written, and where to. */
public final class ReportTargets {

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

    @Option(names = "--summary", description = "One line for each result, and totals.")
    private boolean summary;

    /** Writes a report in any of the formats. */
    @FunctionalInterface
    public interface Writer {
        /** Writes all of it. */
        void write(ReportFormat format, Style style, Appendable out) throws IOException;
    }

    /**
     * Writes the reports that were asked for.
     *
     * @param style of what is printed
     * @param out standard output
     */
    public void write(Writer writer, Style style, PrintWriter out) throws IOException {
        for (ReportTarget target : targets()) {
            if (target.file().isPresent()) {
                write(writer, target.format(), target.file().get());
            } else {
                writer.write(target.format(), style, out);
            }
        }
    }

    private List<ReportTarget> targets() {
        List<ReportTarget> targets = new ArrayList<>(reports);
        if (format != null || summary) {
            ReportFormat printed = summary ? ReportFormat.SUMMARY : format;
            targets.add(0, new ReportTarget(printed, Optional.empty()));
        } else if (reports.isEmpty()) {
            targets.add(new ReportTarget(ReportFormat.TEXT, Optional.empty()));
        }
        List<ReportTarget> printed =
                targets.stream().filter(target -> target.file().isEmpty()).toList();
        if (printed.size() > 1
                && printed.stream().anyMatch(target -> !target.format().isForPeople())) {
            throw new UsageException("only one report can be printed; give the others a file (--report FORMAT=FILE)");
        }
        return targets;
    }

    private static void write(Writer writer, ReportFormat format, Path file) throws IOException {
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new UsageException("can't write " + file + ": there is no such folder");
        }
        try (BufferedWriter out = Files.newBufferedWriter(beside)) {
            writer.write(format, Style.PLAIN, out);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
