package dev.dsctl.cli;

import dev.dsctl.golden.report.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command that holds all others. */
@Command(
        name = "dsctl",
        description = "Computes the Envoy configuration that Istio's dual-stack support gives a sidecar.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, equal, nothing found",
            "1:differences or findings",
            "2:wrong usage or bad input",
            "3:a fault of dsctl's own"
        },
        synopsisSubcommandLabel = "COMMAND")
final class Dsctl {

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where in dsctl a fault happened.")
    private boolean stacktrace;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            defaultValue = "auto",
            description = "Colour: auto, always or never.")
    private Color color;

    boolean stacktrace() {
        return stacktrace;
    }

    Color color() {
        return color;
    }

    /** How a command colours its output. */
    static Style style(CommandSpec spec) {
        Dsctl dsctl = (Dsctl) spec.root().userObject();
        return dsctl.color.ansi().enabled() ? Style.ANSI : Style.PLAIN;
    }
}
