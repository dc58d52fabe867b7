package dev.dsctl.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs processes with the packaged {@code dsctl} on their path. */
final class Launcher {

    /** The top of the source tree. */
    static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    /** What a process did. */
    record Run(int code, String out, String err) {}

    private Launcher() {}

    static Run dsctl(Path folder, String... args) {
        String[] command = new String[args.length + 1];
        command[0] = TOP.resolve("dsctl").toString();
        System.arraycopy(args, 0, command, 1, args.length);
        return run(folder, Map.of(), List.of(command));
    }

    static Run shell(Path folder, Map<String, String> environment, String script) {
        return run(folder, environment, List.of("bash", "-e", "-o", "pipefail", "-c", script));
    }

    private static Run run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().merge("PATH", TOP + ":", (path, top) -> top + path);
            builder.environment().put("DSCTL_BUILD", "never");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " hangs");
            }
            Run run = new Run(process.exitValue(), text(out), text(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
