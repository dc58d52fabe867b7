package dev.dsctl.cli;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The commands dsctl has, in the order in which help lists them. */
final class Commands {

    private Commands() {}

    /** The parser of a command line. */
    static CommandLine line(String[] args, InputStream in) {
        Dsctl dsctl = new Dsctl();
        CommandLine line = new CommandLine(dsctl);
        Map<String, Supplier<Object>> commands = all(in);
        Supplier<Object> asked = args.length > 0 ? commands.get(args[0]) : null;
        if (asked != null) {
            // Only the command that runs is set up: the others would cost a start-up more than it needs.
            line.addSubcommand(args[0], asked.get());
        } else {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
        Failures failures = new Failures(dsctl);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static Map<String, Supplier<Object>> all(InputStream in) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("render", () -> new RenderCommand(in));
        commands.put("profiles", ProfilesCommand::new);
        commands.put("completion", AutoComplete.GenerateCompletion::new);
        return commands;
    }
}
