package dev.dsctl.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader must give what the complete one gives, or nothing. */
class BlockYamlTest {

    private static final String SERVICE = """
            # a service
            apiVersion: v1
            kind: Service
            metadata:
              name: web   # its name
              annotations:
                applied: |
                  {"kind": "Service"}
                none: {}
                script: |-   # two lines

                  # not a comment
                    if: [b

              # a comment
              labels:
                app.kubernetes.io/name: "web"
                on: x
            spec:
              clusterIPs:
              - 10.0.0.1
              - fd00:10:96::1

              ports:
                - name: http
                  port: 80
                  targetPort: 'http'
                - port: 443
              selector:
              type: ClusterIP
              finalizers:
              - |
                text
              flow: [10.96.0.7, fd00::, 'a, b', {app: web, "n": [1, y]}, -1]   # on one line
            status:
              loadBalancer: {}
            """;

    private static final String[] PIECES = {
        "a", "b", "name", "y", "80", "~", ":", ": ", ":\n", "\n", "\n", "\n  ", "\n    ", "- ", "-", "\n- ", "\n  - ",
                "'", "\"", "#", " #", " ",
        "{}", "[]", "{", "[", "|\n", "|-\n", "&a ", "*a", "!!str ", "---\n", "...", "%", "<<: ", "\t", "\r\n", "x-y",
                "1.5", "/", "\\", ",", "?", "@"
    };

    @Test
    void readsPlainBlockStyle() {
        assertThat(quick(SERVICE.replace("    on: x\n", ""))).isNotNull();
        assertSame(SERVICE.replace("    on: x\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x b\nc: *x\n",
                "a: [b,\n  c]\n",
                "a: {b}\n",
                "a: [b: c]\n",
                "a: {b: c, b: d}\n",
                "a: [\"\\n\"]\n",
                "a: [::1]\n",
                "a: [&x b]\n",
                "a: [b] c\n",
                "a: >\n  text\n",
                "a: |+\n  text\n",
                "a: |2\n  text\n",
                "a: | text\n",
                "a: |\n",
                "a: |\nb: c\n",
                "a: |\n  text",
                "a: |\n    \n  text\n",
                "a: |\n  text\n b: c\n",
                "a: |\r\n  text\r\n",
                "a: \"b\\n\"\n",
                "a: 'it''s'\n",
                "a: b\n  c\n",
                "a: b\na: c\n",
                "on: b\n",
                "80: b\n",
                "a: b: c\n",
                "a:\n    b: c\n  d: e\n",
                "a\n",
                "- a\n",
                "a: é\n",
                "a:\tb\n",
                "? a\n",
                "a: !!str b\n",
                "<<: {}\n",
                "a: 'b\n",
                "a: \"b\" c\n",
                "a: {} c\n",
                "--- a\n",
                "a: b\n...\n",
                "a: b\nc\n",
                "- a: b\nc: d\n",
                "a: - b\n"
            })
    void leavesTheRest(String text) {
        assertThat(quick(text)).isNull();
    }

    @Test
    void agreesOnWhateverComes() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            read += assertSame(i % 2 == 0 ? mutated(random) : pieces(random)) ? 1 : 0;
        }
        assertThat(read).as("documents that the quick reader took").isGreaterThan(5_000);
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n >= 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(SERVICE.replace("    on: x\n", ""));
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static boolean assertSame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        YamlDocuments parts = new YamlDocuments(bytes, 1);
        boolean any = false;
        while (parts.next()) {
            Node.Mapping quick = BlockYaml.read(bytes, parts, new Strings());
            if (quick != null) {
                any = true;
                List<Node> complete = new ArrayList<>();
                Problems problems = new Problems();
                String part = new String(bytes, parts.start(), parts.length(), StandardCharsets.UTF_8);
                try {
                    new YamlReader("x", new Strings(), problems).document(part, parts.line(), complete::add);
                } catch (InputFault colon) {
                    // For kubectl {app: web:, n: 1} has the word "web:"; the complete reader can't know that.
                    assertThat(colon)
                            .as(text)
                            .hasMessageContaining("while parsing a flow mapping")
                            .hasMessageContaining("got :");
                    continue;
                }
                assertThat(problems.all()).as(text).isEmpty();
                assertThat(complete).as(text).containsExactly(quick);
            }
        }
        return any;
    }

    private static Node.Mapping quick(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        YamlDocuments parts = new YamlDocuments(bytes, 1);
        parts.next();
        return BlockYaml.read(bytes, parts, new Strings());
    }
}
