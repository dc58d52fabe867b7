package dev.dsctl.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values are what {@code kubectl create --dry-run=client -o json} makes of the same words. */
class YamlScalarsTest {

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
    void wordsThatAreTrue(String word) {
        assertThat(YamlScalars.plain(word)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
    void wordsThatAreFalse(String word) {
        assertThat(YamlScalars.plain(word)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void wordsThatAreNull(String word) {
        assertThat(YamlScalars.plain(word)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yEs",
                "nO",
                "tRUE",
                "nULL",
                "none",
                "oN",
                "12:30:45",
                "190:20:30",
                "2024-01-02",
                "2024-01-02T03:04:05Z",
                "10.0.0.1",
                "1.2.3",
                "fd00::1",
                "::1",
                "0x",
                "0o9",
                "0b2",
                "1e",
                "e3",
                ".",
                "..",
                ".e5",
                "-",
                "+",
                "--1",
                "1-2",
                "0xg",
                "1_a",
                "1.5.",
                "v1",
                "0x1p4",
                "infinity",
                "NaN",
                "1,000"
            })
    void wordsThatStayStrings(String word) {
        assertThat(YamlScalars.plain(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "80, 80",
        "-5, -5",
        "+5, 5",
        "010, 8",
        "-010, -8",
        "0o17, 15",
        "0O17, 15",
        "0x1F, 31",
        "-0x1f, -31",
        "0b101, 5",
        "1_000, 1000",
        "08, 8",
        "0_8, 8",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "80.0, 80",
        "1e3, 1000",
        "1., 1"
    })
    void wholeNumbers(String word, long value) {
        assertThat(YamlScalars.plain(word)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "-.5, -0.5",
        ".5, 0.5",
        "1.5e-3, 0.0015",
        "18446744073709551615, 1.8446744073709552E19",
        "99999999999999999999, 1e20",
        ".inf, Infinity",
        "-.INF, -Infinity",
        "+.Inf, Infinity"
    })
    void otherNumbers(String word, double value) {
        assertThat(YamlScalars.plain(word)).isEqualTo(value);
    }

    @Test
    void tagsDecide() {
        assertThat(YamlScalars.tagged("tag:yaml.org,2002:str", "no")).isEqualTo("no");
        assertThat(YamlScalars.tagged("tag:yaml.org,2002:int", "0x10")).isEqualTo(16L);
        assertThat(YamlScalars.tagged("tag:yaml.org,2002:binary", "aGk=")).isEqualTo("hi");
        assertThat(YamlScalars.tagged("!mine", "no")).isEqualTo("no");
        assertThatThrownBy(() -> YamlScalars.tagged("tag:yaml.org,2002:int", "many"))
                .isInstanceOf(YamlScalars.BadScalar.class)
                .hasMessage("'many' is not a !!int");
    }
}
