package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows of a terminal is what a terminal shows. */
class DocsIT {

    private static final String EXPERIMENT = "run.sh";

    /** How the experiment says that it can't run on this machine. */
    private static final int CANT_RUN = 77;

    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "examples/dual-stack/README.md",
                "docs/manifests.md",
                "docs/settings.md",
                "docs/diff.md",
                "docs/golden.md",
                "docs/lint.md",
                "docs/designs.md"
            })
    void showsWhatCommandsPrint(String document) throws IOException {
        check(document, block -> true, Map.of());
    }

    @Test
    void showsWhatEnvoySays() throws IOException {
        check("docs/envoy.md", block -> !block.contains(EXPERIMENT), withEnvoy());
    }

    @Test
    void showsWhatTheExperimentPrints() throws IOException {
        Map<String, String> environment = withEnvoy();
        Launcher.Run tried = Launcher.shell(Launcher.TOP, environment, "examples/tcp-echo/" + EXPERIMENT);
        assumeTrue(tried.code() != CANT_RUN, tried.err());
        assertThat(tried.code()).as(tried.err()).isZero();
        assertThat(tried.out()).contains("hello dualstack", "hello ipv4", "hello ipv6");
        check("docs/envoy.md", block -> block.contains(EXPERIMENT), environment);
    }

    /** An environment with an Envoy on its path. */
    private static Map<String, String> withEnvoy() {
        Launcher.Run envoy = Launcher.shell(Launcher.TOP, Map.of(), ".ci/envoy");
        assumeTrue(envoy.code() == 0, envoy.err());
        String folder = Path.of(envoy.out().strip()).getParent().toString();
        return Map.of("PATH", String.join(":", folder, Launcher.TOP.toString(), System.getenv("PATH")));
    }

    private void check(String document, Predicate<String> which, Map<String, String> environment) throws IOException {
        copy(Launcher.TOP.resolve("examples"), folder.resolve("examples"));
        Path dsctl = Files.writeString(
                folder.resolve("dsctl"), "#!/bin/sh\nexec '" + Launcher.TOP.resolve("dsctl") + "' \"$@\"\n");
        assertThat(dsctl.toFile().setExecutable(true)).isTrue();
        List<String> blocks = CONSOLE.matcher(Files.readString(Launcher.TOP.resolve(document)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .filter(which)
                .toList();
        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            assertThat(replayed(block, environment)).isEqualTo(block);
        }
    }

    private String replayed(String block, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("LC_ALL", "C.UTF-8");
        StringBuilder shown = new StringBuilder();
        block.lines().filter(line -> line.startsWith("$ ")).forEach(line -> {
            String script = "set +e +o pipefail; exec 2>&1; " + line.substring(2);
            // The documentation leaves out what is said about assumptions.
            String said = Launcher.shell(folder, all, script).out().replaceAll("(?m)^dsctl: assuming .*\n", "");
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
