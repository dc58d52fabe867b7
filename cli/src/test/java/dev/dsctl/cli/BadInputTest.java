package dev.dsctl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Input that can't be used: every file in {@code bad-input} has what dsctl says about it beside it, in a file with {@code .err} at its end.
 * Exit code 2, nothing on stdout, and nothing but these lines on stderr.
 */
class BadInputTest {

    private static final Path CASES = Path.of("src/test/resources/bad-input");

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private static Run dsctl(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, new ByteArrayInputStream("a: b".getBytes(UTF_8)), out, err);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }

    static Stream<String> inputs() throws IOException {
        return files().stream().map(path -> path.getFileName().toString()).filter(name -> !name.endsWith(".err"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void saysWhatIsWrongAndWhere(String name) throws IOException {
        Path input = CASES.resolve(name);
        Run run = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> dsctl("render", "-f", input.toString()));
        assertThat(run.err().replace(input.toString(), name)).isEqualTo(Files.readString(CASES.resolve(name + ".err")));
        assertThat(run.err()).startsWith(input + ":").doesNotContain("\tat ", "Exception");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void everyExpectationHasAnInput() throws IOException {
        assertThat(files().stream().map(Path::toString).filter(name -> name.endsWith(".err")))
                .allMatch(name -> Files.exists(Path.of(name.substring(0, name.length() - ".err".length()))));
    }

    @Test
    void allFilesAreReadBeforeItGivesUp() throws IOException {
        Run run = dsctl("render", "-f", CASES.toString(), "-f", "nowhere.yaml", "-f", folder.toString());
        for (String name : inputs().filter(name -> !name.equals("empty.yaml")).toList()) {
            assertThat(run.err()).contains(CASES.resolve(name) + ":");
        }
        assertThat(run.err())
                .contains("nowhere.yaml: error: no such file or folder\n")
                .contains(folder
                        + ": error: no .yaml, .yml or .json file in this folder (-R looks into the folders below)\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void standardInputIsReadOnce() {
        Run run = dsctl("render", "-f", "-", "-f", "-");
        assertThat(run).isEqualTo(new Run(2, "", """
                <stdin>: error: standard input can be read once, but - was given twice
                <stdin>:1: error: kind: must be given
                <stdin>:1: error: apiVersion: must be given
                """));
    }
}
