package dev.dsctl.cli;

import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.lint.InputLines;
import dev.dsctl.cli.lint.SuppressionOptions;
import dev.dsctl.cli.output.ReportFormat;
import dev.dsctl.cli.output.ReportTargets;
import dev.dsctl.golden.report.Style;
import dev.dsctl.lint.Lint;
import dev.dsctl.lint.LintResult;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.report.LintReport;
import dev.dsctl.lint.report.LintReports;
import dev.dsctl.lint.scene.Known;
import dev.dsctl.lint.suppression.Suppressions;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.profile.IstioProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dsctl lint}: what will go wrong with dual stack. */
@Command(
        name = "lint",
        description = "Says what goes wrong with dual stack, from the mesh that the input makes and what its sidecars"
                + " would be sent.",
        footer = {
            "",
            "Examples:",
            "  dsctl lint -f manifests/",
            "  dsctl lint -f manifests/ --istio-version 1.24.3 --upgrade-to 1.30",
            "  dsctl lint -f manifests/ --suppress 'DS006=Service shop/*' --report github --report sarif=lint.sarif",
            "  dsctl lint -f manifests/ --baseline lint.baseline --write-baseline"
        })
final class LintCommand implements Callable<Integer> {

    private final InputStream in;

    /** The families of a cluster. */
    private enum Families {
        IPV4(EnumSet.of(IpFamily.IPV4)),
        IPV6(EnumSet.of(IpFamily.IPV6)),
        DUAL(EnumSet.allOf(IpFamily.class));

        private final Set<IpFamily> families;

        Families(Set<IpFamily> families) {
            this.families = families;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Mixin
    private InputOptions input;

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            defaultValue = "warning",
            description = "From which severity on findings make the exit code 1: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    private Severity least;

    @Option(
            names = "--upgrade-to",
            paramLabel = "RELEASE",
            description = "Show only what an upgrade to this Istio release brings and takes away.")
    private String upgradeTo;

    @Option(
            names = "--for-cluster",
            paramLabel = "FAMILIES",
            split = ",",
            description = "The manifests are meant for clusters with these families, too: ${COMPLETION-CANDIDATES}.")
    private List<Families> clusters = List.of();

    @Mixin
    private SuppressionOptions suppressions;

    @Mixin
    private ReportTargets reports;

    @Spec
    private CommandSpec spec;

    LintCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        boolean writesBaseline = suppressions.writesBaseline();
        MeshInput read = MeshInput.read(input, in, spec.commandLine().getErr());
        Known known = new Known(
                read.told().contains(MeshInput.Told.ENVIRONMENT),
                read.told().contains(MeshInput.Told.MESH_CONFIG),
                input.meshConfig(),
                clusters.stream().map(each -> each.families).toList());
        LintResult result = Lint.of(read.manifests(), read.mesh(), known);
        Suppressions unwanted = suppressions.of(read.manifests());
        if (writesBaseline) {
            Object file = suppressions.write(unwanted.without(result.findings()));
            spec.commandLine().getErr().println("dsctl: baseline written to " + file);
            return ExitCode.OK.code();
        }
        LintReport report = report(read, result, known, unwanted);
        InputLines lines = new InputLines();
        reports.write(
                (format, style, out) -> write(report, format, style, lines, out),
                Dsctl.style(spec),
                spec.commandLine().getOut());
        return (report.fails(least) ? ExitCode.DIFFERENT : ExitCode.OK).code();
    }

    private LintReport report(MeshInput read, LintResult result, Known known, Suppressions unwanted) {
        return Optional.ofNullable(upgradeTo)
                .map(release -> Lint.of(read.manifests(), read.meshAt(IstioProfiles.named(release)), known))
                .map(after -> LintReport.ofUpgrade(result, after, unwanted))
                .orElseGet(() -> LintReport.of(result, unwanted));
    }

    private void write(LintReport report, ReportFormat format, Style style, InputLines lines, Appendable out)
            throws IOException {
        switch (format) {
            case TEXT -> LintReports.text(report, style, lines, out);
            case SUMMARY -> LintReports.summary(report, style, out);
            case JSON -> LintReports.json(report, out);
            case YAML -> LintReports.yaml(report, out);
            case MARKDOWN -> LintReports.markdown(report, out);
            case JUNIT -> LintReports.junit(report, least, Instant.now(), out);
            case GITHUB -> LintReports.github(report, out);
            case SARIF -> LintReports.sarif(report, VersionLine.version(), out);
        }
    }
}
