package dev.dsctl.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark still runs. */
class PartsTest {

    @Test
    void eachRunsOnce() throws RunnerException {
        assumeThatCode(() -> Input.of(1)).as("python3").doesNotThrowAnyException();

        assertThat(new Runner(new OptionsBuilder()
                                .forks(0)
                                .mode(Mode.SingleShotTime)
                                .warmupIterations(0)
                                .measurementIterations(1)
                                .param("services", "64")
                                .shouldFailOnError(true)
                                .verbosity(VerboseMode.SILENT)
                                .build())
                        .run())
                .hasSize(7);
    }
}
