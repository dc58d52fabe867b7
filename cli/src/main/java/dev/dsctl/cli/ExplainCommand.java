package dev.dsctl.cli;

import dev.dsctl.lint.check.Check;
import dev.dsctl.lint.check.Checks;
import dev.dsctl.lint.page.Page;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dsctl explain}: the page of a check. */
@Command(
        name = "explain",
        description = "Explains what a check of lint finds: cause, releases, an example, public issues.",
        footer = {"", "Example:", "  dsctl explain DS005"})
final class ExplainCommand implements Runnable {

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "Such as DS005 (default: list the checks).")
    private String code;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (code == null) {
            for (Check check : Checks.all()) {
                Page.of(check.code()).ifPresent(page -> out.println(page.code() + "  " + page.title()));
            }
            return;
        }
        Page page = Page.of(code)
                .orElseThrow(() -> new UsageException("no check '" + code + "'; dsctl explain lists what there is"));
        out.print(page.text());
    }
}
