package dev.dsctl.cli;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The commands dsctl has, in the order in which help lists them. */
final class Commands {

    private static final Map<String, String> ALIASES = Map.of("pc", "proxy-config");

    private Commands() {}

    /** The parser of a command line. */
    static CommandLine line(String[] args, InputStream in) {
        Dsctl dsctl = new Dsctl();
        CommandLine line = new CommandLine(dsctl);
        Map<String, Supplier<Object>> commands = all(in);
        String name = args.length > 0 ? ALIASES.getOrDefault(args[0], args[0]) : "";
        Supplier<Object> asked = commands.get(name);
        if (asked != null) {
            // Only the command that runs is set up: the others would cost a start-up more than it needs.
            line.addSubcommand(name, asked.get());
        } else {
            commands.forEach((each, command) -> line.addSubcommand(each, command.get()));
        }
        Failures failures = new Failures(dsctl);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static Map<String, Supplier<Object>> all(InputStream in) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("render", () -> new RenderCommand(in));
        commands.put("proxy-config", () -> new ProxyConfigCommand(in));
        commands.put("diff", () -> new DiffCommand(in));
        commands.put("validate", () -> new ValidateCommand(in));
        commands.put("golden", () -> GoldenCommand.line(in));
        commands.put("lint", () -> new LintCommand(in));
        commands.put("explain", ExplainCommand::new);
        commands.put("compare-designs", () -> new CompareDesignsCommand(in));
        commands.put("snapshot", SnapshotCommand::new);
        commands.put("materialize", () -> new MaterializeCommand(in));
        commands.put("profiles", ProfilesCommand::new);
        commands.put("completion", AutoComplete.GenerateCompletion::new);
        return commands;
    }
}
