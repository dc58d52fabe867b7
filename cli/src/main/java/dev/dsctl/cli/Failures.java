package dev.dsctl.cli;

import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.profile.UnknownReleaseException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in as few lines as it takes, and turns it into an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Dsctl dsctl;

    Failures(Dsctl dsctl) {
        this.dsctl = dsctl;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("dsctl: " + sentence(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for what there is.");
        return ExitCode.BAD_INPUT.code();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return report(e, command.getErr());
    }

    /** Reports whatever ended the run. */
    int report(Throwable e, PrintWriter err) {
        if (dsctl.stacktrace()) {
            e.printStackTrace(err);
        }
        if (e instanceof ManifestException bad) {
            for (Diagnostic diagnostic : bad.diagnostics()) {
                err.println(diagnostic);
            }
            return ExitCode.BAD_INPUT.code();
        }
        if (e instanceof UsageException || e instanceof UnknownReleaseException) {
            err.println("dsctl: " + e.getMessage());
            return ExitCode.BAD_INPUT.code();
        }
        err.println("dsctl: fault: " + oneLine(e) + (dsctl.stacktrace() ? "" : " (--stacktrace shows where)"));
        return ExitCode.FAULT.code();
    }

    private static String oneLine(Throwable e) {
        String message = e.getMessage() == null
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + message;
    }

    private static String sentence(String picocli) {
        String message = picocli.replace("option option", "option");
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
