package dev.dsctl.cli;

import dev.dsctl.cli.output.ListFormat;
import dev.dsctl.cli.output.TextOut;
import dev.dsctl.model.profile.Change;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.profile.Release;
import dev.dsctl.render.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dsctl profiles}: the releases and what each changed. */
@Command(name = "profiles", description = "Lists the Istio releases that dsctl knows and what each changed.")
final class ProfilesCommand implements Callable<Integer> {

    private static final int INDENT = 2;

    @Parameters(
            arity = "0..1",
            paramLabel = "RELEASE",
            description = "A release line such as 1.24, or per-family: shows its changes and where each was learned.")
    private String release;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ListFormat format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> text(out);
            case JSON -> json(out);
        }
        return ExitCode.OK.code();
    }

    private void text(PrintWriter out) {
        if (release != null) {
            explain(release, out);
            return;
        }
        for (String line : IstioProfiles.names()) {
            out.println(title(line));
            IstioProfiles.changesIn(line).forEach(change -> out.println("  " + change.summary()));
        }
    }

    private void json(PrintWriter out) throws IOException {
        JsonWriter json = new JsonWriter(TextOut.bytes(out), INDENT);
        ProfilesJson profiles = new ProfilesJson(json);
        if (release == null) {
            profiles.print(IstioProfiles.names());
        } else {
            profiles.print(release);
        }
        json.finish();
    }

    private static void explain(String line, PrintWriter out) {
        List<Change> changes = IstioProfiles.changesIn(line);
        out.println(title(line));
        for (Change change : changes) {
            out.println();
            out.println("  " + change.summary());
            if (!change.since().isEmpty()) {
                out.println("    since "
                        + change.since().stream().map(Release::toString).collect(Collectors.joining(", ")));
            }
            out.println("    learned from " + change.source());
        }
    }

    private static String title(String line) {
        List<String> lines = IstioProfiles.lines();
        if (!lines.contains(line)) {
            return line + " (Istio's first design for dual stack, never released; "
                    + IstioProfiles.changesIn(line).size() + " differences from " + lines.get(0) + ")";
        }
        int changes = IstioProfiles.changesIn(line).size();
        String counted = changes == 0 ? "no changes" : changes == 1 ? "1 change" : changes + " changes";
        return line + " (newest " + IstioProfiles.named(line).release() + ", " + counted + ")";
    }
}
