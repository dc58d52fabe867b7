package dev.dsctl.cli.envoy;

import dev.dsctl.cli.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a program did.
 *
 * @param code its exit code
 * @param said its standard output and standard error
 */
record ProgramRun(int code, String said) {

    /**
     * Runs a program with nothing to read.
     *
     * @param patience how long it may take; it is killed then
     * @throws UsageException when it can't be run or takes longer
     */
    static ProgramRun of(Path program, Duration patience, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            // A file takes all that it says without anyone reading meanwhile.
            Path said = Files.createTempFile("dsctl", ".txt");
            try {
                return run(
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()),
                        said,
                        patience);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new UsageException("can't run " + program + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        }
    }

    private static ProgramRun run(ProcessBuilder program, Path said, Duration patience)
            throws IOException, InterruptedException {
        Process process = program.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UsageException(String.join(" ", program.command()) + " hasn't ended within "
                        + patience.toSeconds() + " s: is it an Envoy that works here?");
            }
            return new ProgramRun(process.exitValue(), new String(Files.readAllBytes(said), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
