package dev.dsctl.cli;

import java.io.InputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dsctl golden}: files that say what sidecars will get, kept under version control. */
@Command(name = "golden", description = "Records what sidecars will get as files, and checks them.")
final class GoldenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** With its commands. */
    static CommandLine line(InputStream in) {
        return new CommandLine(new GoldenCommand())
                .addSubcommand(new GoldenRecordCommand(in))
                .addSubcommand(new GoldenVerifyCommand(in));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "record or verify?");
    }
}
