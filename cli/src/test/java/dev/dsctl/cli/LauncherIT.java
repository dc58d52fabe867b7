package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.cli.Launcher.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command that compares, through the packaged launcher. */
class LauncherIT {

    private static final String OLD =
            Path.of("src/test/resources/golden/shop.yaml").toAbsolutePath().toString();
    private static final String NEW =
            Path.of("src/test/resources/golden/new/shop.yaml").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    @Test
    void recordsAndVerifies() {
        Run recorded = Launcher.dsctl(folder, "golden", "record", "-f", OLD, "--golden", "golden");
        assertThat(recorded.code()).isZero();
        assertThat(recorded.out()).isEmpty();
        assertThat(recorded.err()).endsWith("dsctl: golden: 1 new (client.shop)\n");
        assertThat(folder.resolve("golden/shop/client/listeners.json")).isRegularFile();
        Run equal = Launcher.dsctl(folder, "golden", "verify", "-f", OLD, "--golden", "golden");
        assertThat(equal.code()).isZero();
        assertThat(equal.err()).isEmpty();
        assertThat(Launcher.dsctl(folder, "golden", "verify", "-f", NEW, "--golden", "golden")
                        .code())
                .isEqualTo(1);
        assertThat(Launcher.dsctl(folder, "golden", "verify", "-f", NEW, "--golden", "nowhere")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void diffsWithoutColourIntoAPipe() {
        Run run = Launcher.dsctl(folder, "diff", "-f", OLD, "--with", NEW);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("--- " + OLD + "\n+++ " + NEW + "\n").doesNotContain("\033");
        assertThat(run.err()).contains("assuming").doesNotContain("Exception");
    }

    @Test
    void readsManifestsOnceForBothSides() throws Exception {
        Path script = Files.writeString(
                folder.resolve("run.sh"),
                "dsctl diff -f - --istio-version 1.24" + " --with-istio-version 1.29 --summary <'" + OLD + "'");
        Run run = Launcher.shell(folder, Map.of(), Files.readString(script));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("~ listener virtualOutbound of client.shop: ");
    }
}
