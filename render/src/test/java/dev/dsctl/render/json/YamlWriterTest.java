package dev.dsctl.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are what sigs.k8s.io/yaml makes of the same JSON. */
class YamlWriterTest {

    @Test
    void listsStandBelowTheirKeyAndKeysAreSorted() throws IOException {
        assertThat(
                        yaml(
                                "[{\"b\": [1, {\"d\": {}, \"c\": []}], \"@type\": \"t\", \"a10\": null, \"a9\": [[true]]}, []]"))
                .isEqualTo("""
                        - '@type': t
                          a9:
                          - - true
                          a10: null
                          b:
                          - 1
                          - c: []
                            d: {}
                        - []
                        """);
    }

    @Test
    void emptyDocumentsStandOnOneLine() throws IOException {
        assertThat(yaml("[]")).isEqualTo("[]\n");
        assertThat(yaml("{}")).isEqualTo("{}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '%',
            value = {
                "80 \"80\"",
                "0x1F \"0x1F\"",
                "08 \"08\"",
                "1_000 \"1_000\"",
                "1e5 \"1e5\"",
                "1e400 1e400",
                "y \"y\"",
                "Off \"Off\"",
                "null \"null\"",
                "12:30 \"12:30\"",
                "99:99 99:99",
                "2001-01-01 \"2001-01-01\"",
                "2001-13-01 2001-13-01",
                "10.0.0.1 10.0.0.1",
                "fd00::1 fd00::1",
                ":: '::'",
                "* '*'",
                "*.example.com '*.example.com'",
                "outbound|80||web.shop outbound|80||web.shop",
                "15s 15s",
                "it's it's",
                "'x' '''x'''",
                "%a: b% %'a: b'%",
                "%a #b% %'a #b'%",
                "--- '---'",
                "é é"
            })
    void textIsQuotedWhereItWouldReadAsSomethingElse(String text, String expected) throws IOException {
        assertThat(yaml("{\"k\": \"" + text + "\"}")).isEqualTo("k: " + expected + "\n");
    }

    @Test
    void textOfSeveralLinesIsABlock() throws IOException {
        assertThat(yaml("[{\"k\": \"a\\n\\n b\\n\"}, \"\\n\", \" x\\ny\", \"a\\n\\n\"]"))
                .isEqualTo("- k: |\n    a\n\n     b\n- |2+\n\n- |2-\n   x\n  y\n- |+\n  a\n\n");
    }

    @Test
    void whatCanNotBeABlockIsEscaped() throws IOException {
        assertThat(yaml("[\"a\\tb\", \"a \\nb\", \"\\u0007\\\"\"]"))
                .isEqualTo("- \"a\\tb\"\n- \"a \\nb\"\n- \"\\a\\\"\"\n");
    }

    @Test
    void longTextIsFoldedAtBlanks() throws IOException {
        String words = "word ".repeat(18).trim();
        assertThat(yaml("{\"a\": {\"k\": \"" + words + "\"}}"))
                .isEqualTo("a:\n  k: " + "word ".repeat(16).trim() + "\n    word word\n");
    }

    @Test
    void fractionsGetAnExponentFromAMillionOn() throws IOException {
        assertThat(yaml("[1.5, 1234567.5, 0.00001, 1e21, 9007199254740993]"))
                .isEqualTo("- 1.5\n- 1.2345675e+06\n- 1e-05\n- 1e+21\n- 9007199254740993\n");
    }

    private static String yaml(String json) throws IOException {
        StringBuilder text = new StringBuilder();
        try (JsonReader reader = new JsonReader(new StringReader(json), "")) {
            reader.next();
            new YamlWriter(text).document(reader.value());
        }
        return text.toString();
    }
}
