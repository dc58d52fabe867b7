package dev.dsctl.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    private final Problems problems = new Problems();

    private Fields fields(String yaml) {
        Fields fields =
                Fields.of(ManifestReader.parseMapping(new SourceRef("x.yaml", 0), yaml, problems), "x.yaml", problems);
        assertThat(problems.all()).isEmpty();
        return fields;
    }

    private String problem() {
        assertThat(problems.all()).hasSize(1);
        return problems.all().get(0).toString();
    }

    @Test
    void givesTypedValues() {
        Fields fields = fields("""
                s: text
                i: 80
                f: 1.5
                b: on
                m: {k: v}
                l: [{a: 1}, {a: 2}]
                ss: [x, y1]
                nothing: ~
                """);
        assertThat(fields.string("s")).isEqualTo("text");
        assertThat(fields.port("i")).isEqualTo(80);
        assertThat(fields.number("i", 0)).isEqualTo(80.0);
        assertThat(fields.number("f", 0)).isEqualTo(1.5);
        assertThat(fields.bool("b", false)).isTrue();
        assertThat(fields.fields("m").string("k")).isEqualTo("v");
        assertThat(fields.stringMap("m")).containsEntry("k", "v");
        assertThat(fields.list("l")).extracting(item -> item.port("a")).containsExactly(1, 2);
        assertThat(fields.strings("ss")).containsExactly("x", "y1");
        assertThat(fields.has("nothing")).isFalse();
        assertThat(fields.keys()).doesNotContain("nothing");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void absentFieldsHaveFallbacks() {
        Fields fields = fields("nothing: null\nm:\n  k: v\n");
        for (String key : new String[] {"nothing", "absent"}) {
            assertThat(fields.string(key)).isEmpty();
            assertThat(fields.optionalString(key)).isEmpty();
            assertThat(fields.integer(key, 7, 0, 9)).isEqualTo(7);
            assertThat(fields.bool(key, true)).isTrue();
            assertThat(fields.fields(key).isEmpty()).isTrue();
            assertThat(fields.list(key)).isEmpty();
            assertThat(fields.strings(key)).isEmpty();
            assertThat(fields.stringMap(key)).isEmpty();
            assertThat(fields.node(key)).isEmpty();
        }
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no    | expected a string, found boolean 'no' (YAML reads no as false); write \"no\" in quotes",
                "y     | expected a string, found boolean 'y' (YAML reads y as true); write \"y\" in quotes",
                "true  | expected a string, found boolean 'true'; write \"true\" in quotes",
                "010   | expected a string, found number '010'; write \"010\" in quotes",
                "1.10  | expected a string, found number '1.10'; write \"1.10\" in quotes",
                "[a]   | expected a string, found a list",
                "{a: b}| expected a string, found a mapping"
            })
    void tellsWhatStandsWhereAStringShould(String yaml, String message) {
        assertThat(fields("a:\n  b: " + yaml + "\n").fields("a").string("b", "fallback"))
                .isEqualTo("fallback");
        assertThat(problem()).isEqualTo("x.yaml:2: error: a.b: " + message);
    }

    @Test
    void tellsOtherMistypedValues() {
        Fields fields = fields("""
                a: "80"
                b: 70000
                c: "yes"
                d: [x]
                e: text
                f: [{}, text]
                g: [a, 1]
                h: {k: no}
                """);
        fields.port("a");
        fields.port("b");
        fields.bool("c", false);
        fields.fields("d");
        fields.list("e");
        fields.list("f");
        fields.strings("g");
        fields.stringMap("h");
        assertThat(problems.all())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "a: expected a whole number, found string '80'",
                        "b: must be between 1 and 65535, is 70000",
                        "c: expected true or false, found string 'yes'",
                        "d: expected a mapping, found a list",
                        "e: expected a list, found string 'text'",
                        "f[1]: expected a mapping, found string 'text'",
                        "g[1]: expected a string, found number '1'; write \"1\" in quotes",
                        "h.k: expected a string, found boolean 'no' (YAML reads no as false); write \"no\" in quotes");
    }

    @Test
    void saysEverythingOnce() {
        Fields fields = fields("a: 1\nb: [x]\nc: {d: 1}\ne: 99999\n");
        for (int i = 0; i < 2; i++) {
            fields.string("a");
            fields.fields("b");
            fields.list("b");
            fields.stringMap("c");
            fields.port("e");
        }
        assertThat(problems.all()).hasSize(4);
    }

    @Test
    void requiredStringsMustBeThere() {
        Fields fields = fields("a: ''\nb: 1\n");
        fields.requiredString("a");
        fields.requiredString("b");
        fields.requiredString("c");
        assertThat(problems.all())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "a: must be given",
                        "c: must be given",
                        "b: expected a string, found number '1'; write \"1\" in quotes");
    }

    @Test
    void knowsWhatNobodyRead() {
        Fields fields = fields("""
                kind: Service
                spec:
                  type: ClusterIP
                  ports:
                  - port: 80
                    nodePort: 30000
                  - port: 81
                  nothing: null
                  extra:
                    deep: 1
                status: {}
                whole: {a: {b: c}}
                opened: {a: 1}
                """);
        fields.string("kind");
        Fields spec = fields.fields("spec");
        spec.string("type");
        fields.fields("spec").list("ports").forEach(port -> port.port("port"));
        fields.node("whole");
        fields.fields("opened");
        fields.ignore("status");
        assertThat(spec.has("extra")).isTrue();
        assertThat(fields.unread())
                .extracting(unread -> unread.at() + " " + unread.path())
                .containsExactly("x.yaml:6 spec.ports[0].nodePort", "x.yaml:9 spec.extra", "x.yaml:13 opened.a");
    }

    @Test
    void knowsPlaces() {
        Fields fields = fields("spec:\n  ports:\n  - name: a\n  -\n    name: b\n");
        Fields spec = fields.fields("spec");
        assertThat(spec.list("ports").get(1).at("name")).isEqualTo(new SourceRef("x.yaml", 5));
        assertThat(spec.at("absent")).isEqualTo(new SourceRef("x.yaml", 1));
        assertThat(spec.fields("absent").path("x")).isEqualTo("spec.absent.x");
        assertThat(spec.fields("absent").fields("x").at()).isEqualTo(new SourceRef("x.yaml", 1));
    }
}
