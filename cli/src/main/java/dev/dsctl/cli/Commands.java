package dev.dsctl.cli;

import dev.dsctl.render.Preparation;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The commands dsctl has, in the order in which help lists them. */
final class Commands {

    private static final Map<String, String> ALIASES = Map.of("pc", "proxy-config");
    private static final Set<String> WITHOUT_MESSAGES =
            Set.of("explain", "snapshot", "materialize", "profiles", "completion");

    private Commands() {}

    /** The parser of a command line. */
    static CommandLine line(String[] args, InputStream in) {
        // All types that picocli finds by reflection; dsctl needs one of them, and the others initialise half of
        // java.time.
        System.setProperty("picocli.converters.excludes", ".*");
        Dsctl dsctl = new Dsctl();
        CommandLine line = new CommandLine(dsctl);
        Map<String, Supplier<Object>> commands = all(in);
        String name = args.length > 0 ? ALIASES.getOrDefault(args[0], args[0]) : "";
        Supplier<Object> asked = commands.get(name);
        if (asked != null) {
            if (!WITHOUT_MESSAGES.contains(name)) {
                Preparation.begin();
            }
            // Only the command that runs is set up: the others would cost a start-up more than it needs.
            line.addSubcommand(name, asked.get());
        } else {
            commands.forEach((each, command) -> line.addSubcommand(each, command.get()));
        }
        setVersion(line);
        Failures failures = new Failures(dsctl);
        return line.registerConverter(Path.class, new PathConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** Set here instead of by annotation: what a command inherits from another is asked for before anyone wants to see it. */
    private static void setVersion(CommandLine line) {
        line.getCommandSpec().versionProvider(new VersionLine());
        line.getSubcommands().values().forEach(Commands::setVersion);
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
        commands.put("completion", () -> new AutoComplete.GenerateCompletion());
        return commands;
    }
}
