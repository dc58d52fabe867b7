package dev.dsctl.cli;

import dev.dsctl.cli.compare.Comparison;
import dev.dsctl.cli.compare.GoldenCheck;
import dev.dsctl.cli.compare.ReportOptions;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.JobsOption;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.cli.input.SecondInput;
import dev.dsctl.cli.input.ShardOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dsctl golden verify}. */
@Command(
        name = "verify",
        description =
                "Checks that manifests still give what the golden files say, with the settings they were recorded with.",
        footer = {
            "",
            "Example:",
            "  dsctl golden verify -f manifests/ --golden golden/ --report text --report junit=report.xml"
        })
final class GoldenVerifyCommand implements Callable<Integer> {

    private final InputStream in;

    @Mixin
    private InputOptions input;

    @Option(names = "--golden", paramLabel = "DIR", required = true, description = "The folder of golden files.")
    private Path golden;

    @Mixin
    private ProxyOptions proxies;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private ShardOption shard;

    @Mixin
    private ReportOptions reports;

    @Spec
    private CommandSpec spec;

    GoldenVerifyCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        GoldenCheck.Inputs inputs =
                new GoldenCheck.Inputs(input, new SecondInput(), proxies.names(), shard.shard(), jobs.jobs());
        Comparison comparison =
                GoldenCheck.of(golden, inputs, reports, in, spec.commandLine().getErr());
        boolean equal = reports.report(
                comparison,
                Dsctl.style(spec),
                VersionLine.version(),
                spec.commandLine().getOut());
        return (equal ? ExitCode.OK : ExitCode.DIFFERENT).code();
    }
}
