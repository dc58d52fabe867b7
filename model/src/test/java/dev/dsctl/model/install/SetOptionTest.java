package dev.dsctl.model.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetOptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b                                | {a: b}",
                "a.b.c=d                            | {a: {b: {c: d}}}",
                "a.b=c,a.d=e                        | {a: {b: c, d: e}}",
                "a.b=c,d                            | {a: {b: c,d}}",
                "a.log=[%START_TIME%] a=b, c        | {a: {log: [%START_TIME%] a=b, c}}",
                "a={b,c}                            | {a: [b, c]}",
                "a={}                               | {a: []}",
                "a[0].b=c,a[0].d=e,a[1].b=f         | {a: [{b: c, d: e}, {b: f}]}",
                "a\\.b/c=d                          | {a.b/c: d}",
                "a=b\\,c=d                          | {a: b,c=d}",
                "a=                                 | {a: }",
                "a=b,a=c                            | {a: c}",
            })
    void readsPathsAndValues(String option, String tree) {
        assertThat(Trees.text(SetOption.of(option).values()).trim()).isEqualTo(tree);
    }

    @Test
    void givesValuesTheTypesThatHelmGives() {
        assertThat(Trees.at(SetOption.of("a=true").values(), "a").orElseThrow().type())
                .isEqualTo("boolean");
        assertThat(Trees.at(SetOption.of("a=12").values(), "a").orElseThrow().type())
                .isEqualTo("number");
        assertThat(Trees.at(SetOption.of("a=012").values(), "a").orElseThrow().type())
                .isEqualTo("string");
        assertThat(Trees.at(SetOption.of("a=null").values(), "a")).isEmpty();
        assertThat(Trees.at(
                                SetOption.of("meshConfig.defaultConfig.proxyMetadata.A=true")
                                        .values(),
                                "meshConfig")
                        .map(Trees::text))
                .contains("{defaultConfig: {proxyMetadata: {A: true}}}");
        assertThat(Trees.at(
                                SetOption.of("meshConfig.defaultConfig.proxyMetadata.A=true")
                                        .values(),
                                "meshConfig.defaultConfig.proxyMetadata.A")
                        .orElseThrow()
                        .type())
                .isEqualTo("string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "=b", "a..b=c", ".a=b", "a[x]=b", "a[=b", "a[1234]=b", "a=b,a.c=d"})
    void refusesWhatSetsNothing(String option) {
        assertThatThrownBy(() -> SetOption.of(option))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + option + "'");
    }
}
