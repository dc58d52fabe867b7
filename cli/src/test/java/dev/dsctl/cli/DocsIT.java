package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows of a terminal is what a terminal shows. */
class DocsIT {

    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/diff.md", "docs/golden.md"})
    void showsWhatCommandsPrint(String document) throws IOException {
        copy(Launcher.TOP.resolve("examples"), folder.resolve("examples"));
        Path dsctl = Files.writeString(
                folder.resolve("dsctl"), "#!/bin/sh\nexec '" + Launcher.TOP.resolve("dsctl") + "' \"$@\"\n");
        assertThat(dsctl.toFile().setExecutable(true)).isTrue();
        List<String> blocks = CONSOLE.matcher(Files.readString(Launcher.TOP.resolve(document)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            assertThat(replayed(block)).isEqualTo(block);
        }
    }

    private String replayed(String block) {
        StringBuilder shown = new StringBuilder();
        block.lines().filter(line -> line.startsWith("$ ")).forEach(line -> {
            String script = "set +e +o pipefail; exec 2>&1; " + line.substring(2);
            // The documentation leaves out what is said about assumptions.
            String said = Launcher.shell(folder, Map.of("LC_ALL", "C.UTF-8"), script)
                    .out()
                    .replaceAll("(?m)^dsctl: assuming .*\n", "");
            shown.append(shown.isEmpty() || !block.contains("\n\n$ ") ? "" : "\n")
                    .append(line)
                    .append('\n')
                    .append(said);
        });
        return shown.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
