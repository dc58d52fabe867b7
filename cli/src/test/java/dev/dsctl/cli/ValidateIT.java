package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dsctl.cli.Launcher.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Envoy refuses is told in terms of manifests. Skipped where none can be installed. */
class ValidateIT {

    private static final Path INPUT = Path.of("src/test/resources/envoy").toAbsolutePath();

    private static String envoy;

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        Run run = Launcher.shell(Launcher.TOP, Map.of(), ".ci/envoy");
        assumeTrue(run.code() == 0, run.err());
        envoy = run.out().strip();
    }

    @Test
    void saysWhichManifestIsBehindARefusal() throws Exception {
        Run run = validate("-f", "shop.yaml", "-f", "faults.yaml");
        assertThat(run.code()).isEqualTo(ExitCode.DIFFERENT.code());
        assertThat(run.err()).isEqualTo("dsctl: Envoy 1.40.0 takes 0 of 2 proxies\n");
        assertThat(run.out()).isEqualTo(Files.readString(INPUT.resolve("faults.txt")));
    }

    @Test
    void takesWhatIsRight() throws Exception {
        Run run = validate("-f", "shop.yaml", "-o", "json");
        assertThat(run.code()).isEqualTo(ExitCode.OK.code());
        assertThat(run.err()).isEqualTo("dsctl: Envoy 1.40.0 takes 2 of 2 proxies\n");
        assertThat(run.out()).isEqualTo("[]\n");
    }

    private Run validate(String... args) throws Exception {
        for (String file : List.of("shop.yaml", "faults.yaml")) {
            Files.copy(INPUT.resolve(file), folder.resolve(file));
        }
        return Launcher.dsctl(
                folder,
                Stream.concat(
                                Stream.of(
                                        "validate",
                                        "--envoy",
                                        envoy,
                                        "--istio-version",
                                        "1.29",
                                        "--pilot-env",
                                        "ISTIO_DUAL_STACK=true"),
                                Stream.of(args))
                        .toArray(String[]::new));
    }
}
