package dev.dsctl.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "5s, PT5S",
        "1h30m, PT1H30M",
        "1.5s, PT1.5S",
        ".5s, PT0.5S",
        "5.s, PT5S",
        "100ms, PT0.1S",
        "0, PT0S",
        "-3s, PT-3S",
        "24h, PT24H",
        "7us, PT0.000007S"
    })
    void readsWhatGoReads(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "1d", ".s", "1.2.3s", "5 s", "-"})
    void refusesWhatGoRefuses(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void sumsRepeatedUnits() {
        assertThat(Durations.parse("1s1s")).contains(Duration.ofSeconds(2));
    }
}
