package dev.dsctl.cli;

import dev.dsctl.cli.live.ClusterContent;
import dev.dsctl.cli.live.ClusterReader;
import dev.dsctl.cli.live.ClusterSnapshot;
import dev.dsctl.cli.live.LiveOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dsctl snapshot}: what the other commands would read of a cluster, to keep. */
@Command(
        name = "snapshot",
        description =
                "Writes what dsctl reads of a cluster as manifests, for use with -f. Secrets, managed fields and the"
                        + " environment of your containers are left out.",
        footer = {"", "Example:", "  dsctl snapshot --context prod > cluster.yaml"})
final class SnapshotCommand implements Callable<Integer> {

    @Mixin
    private LiveOptions live;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace to read when you may not read all (default: that of the context).")
    private String namespace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ClusterContent content = ClusterReader.read(live, Optional.ofNullable(namespace), err);
        content.missing().forEach(err::println);
        content.notes().forEach(note -> err.println("dsctl: " + note));
        ClusterSnapshot.write(content, spec.commandLine().getOut());
        return ExitCode.OK.code();
    }
}
