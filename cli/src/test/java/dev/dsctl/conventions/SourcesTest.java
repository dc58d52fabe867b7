package dev.dsctl.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the main code of {@code model} and {@code render} has to be like beyond what compiles. */
class SourcesTest {

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^ *public (static |final |sealed |non-sealed |abstract )*(class|record|interface|enum|@interface) .*");

    @ParameterizedTest
    @ValueSource(strings = {"model", "render"})
    void publicTypesSayWhatTheyStandFor(String module) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources(module)) {
            String above = "";
            for (String line : Files.readAllLines(source)) {
                if (PUBLIC_TYPE.matcher(line).matches() && !above.endsWith("*/")) {
                    found.add(source + ": " + line.strip());
                }
                if (!line.strip().startsWith("@")) {
                    above = line.strip();
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> sources(String module) throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of("..", module, "src", "main"))) {
            List<Path> sources = paths.filter(Files::isRegularFile).sorted().toList();
            assertThat(sources).hasSizeGreaterThan(10);
            return sources;
        }
    }
}
