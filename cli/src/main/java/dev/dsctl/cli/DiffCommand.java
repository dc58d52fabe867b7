package dev.dsctl.cli;

import dev.dsctl.cli.compare.Comparison;
import dev.dsctl.cli.compare.DiffSides;
import dev.dsctl.cli.compare.GoldenCheck;
import dev.dsctl.cli.compare.ReportOptions;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.cli.input.SecondInput;
import dev.dsctl.cli.input.Shard;
import dev.dsctl.cli.live.RunningProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dsctl diff}: two sides, one report. */
@Command(
        name = "diff",
        description =
                "Shows how two sides differ, on meaning: manifests and golden files, manifests before and after a change,"
                        + " two releases, two settings, what a proxy should have and what it has, two dumps.",
        footer = {
            "",
            "Examples:",
            "  dsctl diff -f manifests/ --golden golden/",
            "  dsctl diff -f old/ --with new/ --summary",
            "  dsctl diff -f manifests/ --istio-version 1.24 --with-istio-version 1.29",
            "  dsctl diff -f manifests/ --pilot-env ISTIO_DUAL_STACK=false --with-pilot-env ISTIO_DUAL_STACK=true",
            "  dsctl diff web-1.shop --against actual",
            "  dsctl diff web-1.shop -f manifests/ --against dump.json",
            "  dsctl diff before.json after.json"
        })
final class DiffCommand implements Callable<Integer> {

    private final InputStream in;

    @Parameters(
            arity = "0..2",
            paramLabel = "SIDE",
            description = "Two config dumps or golden folders to compare; with --against, the POD[.NAMESPACE].")
    private List<String> sides = List.of();

    @Mixin
    private InputOptions input;

    @Mixin
    private SecondInput second;

    @Option(
            names = "--golden",
            paramLabel = "DIR",
            description = "Compare these golden files with what the manifests give.")
    private Path golden;

    @Option(
            names = "--against",
            paramLabel = "actual|DUMP",
            description =
                    "Compare what a proxy has (itself, or its config dump in a file) with what the manifests give.")
    private String against;

    @Option(
            names = "--proxy-admin-port",
            paramLabel = "PORT",
            defaultValue = "15000",
            description = "With --against actual: the port of Envoy's admin interface (default: ${DEFAULT-VALUE}).")
    private int adminPort;

    @Mixin
    private ProxyOptions proxies;

    @Mixin
    private ReportOptions reports;

    @Spec
    private CommandSpec spec;

    DiffCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean equal = reports.report(compared(), Dsctl.style(spec), VersionLine.version(), out);
        return (equal ? ExitCode.OK : ExitCode.DIFFERENT).code();
    }

    private Comparison compared() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        List<String> names = new ArrayList<>(proxies.names());
        if (against != null) {
            names.addAll(sides);
        }
        DiffSides diff = new DiffSides(reports, names, in, err);
        boolean files = against == null && !sides.isEmpty();
        requireOne(golden != null, against != null, files, second.isGiven() && golden == null);
        if (golden != null) {
            return GoldenCheck.of(
                    golden, new GoldenCheck.Inputs(input, second, names, Shard.WHOLE, 1), reports, in, err);
        }
        if (against != null) {
            return diff.withActual(
                    input,
                    against,
                    proxy -> RunningProxy.read(
                            input.live(), proxy, input.namespace(), adminPort, RunningProxy.Page.CONFIG));
        }
        if (!files) {
            return diff.withSecond(input, second);
        }
        if (sides.size() != 2 || input.hasManifests()) {
            throw new UsageException(
                    "two files are compared with each other; for manifests and a dump there is --against");
        }
        return diff.ofFiles(sides.get(0), sides.get(1));
    }

    private static void requireOne(boolean... given) {
        int count = 0;
        for (boolean each : given) {
            count += each ? 1 : 0;
        }
        if (count == 0) {
            throw new UsageException("compare with what? Give --golden, --with…, --against, or two dumps");
        }
        if (count > 1) {
            throw new UsageException("give one of --golden, --with…, --against, or two dumps");
        }
    }
}
