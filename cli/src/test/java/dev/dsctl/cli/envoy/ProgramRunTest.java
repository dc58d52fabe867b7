package dev.dsctl.cli.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dsctl.cli.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgramRunTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void hasTheCodeAndAllThatWasSaid() {
        ProgramRun run = ProgramRun.of(SHELL, LONG, "-c", "seq 100000; echo no >&2; cat; exit 3");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.said().lines()).hasSize(100_001).last().isEqualTo("no");
    }

    @Test
    void doesNotWaitForOneThatHangs() {
        assertThatThrownBy(() -> ProgramRun.of(SHELL, Duration.ofMillis(100), "-c", "exec sleep 600"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("hasn't ended");
    }

    @Test
    void saysWhatCannotBeRun() {
        assertThatThrownBy(() -> ProgramRun.of(Path.of("/no/envoy"), LONG))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("can't run /no/envoy: ");
    }
}
