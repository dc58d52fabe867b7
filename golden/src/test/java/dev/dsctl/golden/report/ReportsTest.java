package dev.dsctl.golden.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.dsctl.golden.Sample;
import dev.dsctl.golden.diff.Ignores;
import dev.dsctl.golden.diff.ProxyConfig;
import dev.dsctl.golden.diff.Side;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {

    private static final Origins ORIGINS =
            change -> List.of(new Origin("Service shop/web", new SourceRef("my apps/web,1.yaml", 12)));

    /** Names that are hard on every format. */
    private static final String NASTY = "a|80|<b>&\"c'|%0A,:\u0001\uD83D\uDE00";

    private static Side side(String label, String nastyValue, String... proxies) {
        Map<ResourceKind, List<JsonObject>> resources = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            resources.put(kind, Sample.resources(kind));
        }
        String name = JsonText.compact(dev.dsctl.golden.tree.JsonScalar.string(NASTY));
        String cluster = "{\"name\": " + name + ", \"altStatName\": \"" + nastyValue + "\"}";
        resources.put(ResourceKind.CLUSTERS, List.of((JsonObject)
                JsonText.read(cluster.getBytes(StandardCharsets.UTF_8), "test")));
        ProxyConfig config;
        try {
            config = Sample.side(label, resources).config(Sample.PROXY);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        TreeMap<String, ProxyConfig> configs = new TreeMap<>();
        for (String proxy : proxies) {
            configs.put(proxy, config);
        }
        return new Side.Held(label, configs);
    }

    private static Findings findings(Grouping grouping) throws IOException {
        Side before = side("old", "]]>", "a.x", "b.x", "c.x");
        Side after = side("new", "\\u0000&amp;", "b.x", "c.x", "d.x");
        SnapshotDiff diff = SnapshotDiff.between(before, after, Set.of(ResourceKind.values()), Ignores.NONE);
        return new Findings(diff, ORIGINS, grouping);
    }

    private static Findings equal() throws IOException {
        Side side = side("same", "x", "a.x");
        return new Findings(
                SnapshotDiff.between(side, side, Set.of(ResourceKind.values()), Ignores.NONE),
                Origins.UNKNOWN,
                Grouping.ALIKE);
    }

    private static String text(Report report, Findings findings) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(findings, out);
        return out.toString();
    }

    @ParameterizedTest
    @EnumSource(Grouping.class)
    void junitFollowsItsSchema(Grouping grouping) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Schema schema = factory.newSchema(ReportsTest.class.getResource("junit-10.xsd"));
        for (Findings findings : List.of(findings(grouping), equal())) {
            String xml = text(new JunitReport(Instant.EPOCH), findings);
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        }
    }

    @Test
    void junitCountsFailuresAndPasses() throws IOException {
        assertThat(text(new JunitReport(Instant.EPOCH), findings(Grouping.ALIKE)))
                .contains("<testsuite name=\"a.x\" tests=\"1\" failures=\"1\"")
                .contains("<testsuite name=\"b.x\" tests=\"4\" failures=\"1\"")
                .contains("from Service shop/web (my apps/web,1.yaml:12)");
        assertThat(text(new JunitReport(Instant.EPOCH), equal())).contains("tests=\"4\" failures=\"0\"");
    }

    @ParameterizedTest
    @EnumSource(Grouping.class)
    void sarifFollowsItsSchema(Grouping grouping) throws IOException {
        JsonSchema schema;
        try (InputStream in = ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in, config);
        }
        for (Findings findings : List.of(findings(grouping), equal())) {
            String log = text(new SarifReport("1.0"), findings);
            assertThat(schema.validate(log, InputFormat.JSON)).isEmpty();
        }
        assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void sarifNamesFileAndLine() throws IOException {
        assertThat(text(new SarifReport("1.0"), findings(Grouping.ALIKE)))
                .contains("\"uri\": \"my%20apps/web,1.yaml\"", "\"startLine\": 12", "\"ruleId\": \"resource-changed\"");
    }

    @Test
    void githubNamesFileAndLineAndEscapes() throws IOException {
        List<String> lines =
                text(new GithubReport(), findings(Grouping.ALIKE)).lines().toList();
        assertThat(lines)
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("::error file=my apps/web%2C1.yaml,line=12,title=2 clusters changed::"));
        assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("::error "));
    }

    @Test
    void githubFallsBackToTheFileThatWasVerified() throws IOException {
        Findings findings = findings(Grouping.ALIKE);
        Findings placed = new Findings(
                findings.diff(), Origins.UNKNOWN, Grouping.ALIKE, Optional.of(new SourceRef("golden/golden.yaml", 0)));
        assertThat(text(new GithubReport(), placed)).contains("::error file=golden/golden.yaml,line=1,title=proxy");
    }

    @Test
    void jsonSaysEveryChangeByItself() throws IOException {
        String json = text(new JsonReport(), findings(Grouping.ALIKE));
        JsonObject report = (JsonObject) JsonText.read(json.getBytes(StandardCharsets.UTF_8), "report");
        assertThat(report.text("equal")).isEqualTo("false");
        assertThat(report.items("changes")).hasSize(4);
        JsonObject change = (JsonObject) report.items("changes").get(2);
        assertThat(change.keys())
                .startsWith("proxy", "kind", "name", "change", "path")
                .contains("old", "new", "origins");
        assertThat(change.text("kind")).isEqualTo("clusters");
        assertThat(change.text("name")).isEqualTo(NASTY);
        assertThat(change.text("path")).isEqualTo("altStatName");
        assertThat(change.text("oldPointer")).isEqualTo("/altStatName");
    }

    @Test
    void textGroupsWhatIsAlike() throws IOException {
        String text = text(new TextReport(Style.PLAIN), findings(Grouping.ALIKE));
        assertThat(text)
                .contains("- proxy a.x\n", "+ proxy d.x\n", "~ 2 clusters of 2 proxies:")
                .contains("--all shows each")
                .doesNotContain("\033");
        assertThat(text(new TextReport(Style.PLAIN), findings(Grouping.NONE)))
                .contains(" of b.x\n", " of c.x\n")
                .doesNotContain("2 clusters");
    }

    @Test
    void colourIsOnlyForTerminals() throws IOException {
        assertThat(text(new TextReport(Style.ANSI), findings(Grouping.ALIKE))).contains("\033[32m+ ", "\033[31m- ");
    }

    @Test
    void markdownStaysBelowWhatACommentMayHold() throws IOException {
        assertThat(text(new MarkdownReport(), findings(Grouping.ALIKE)))
                .startsWith("### Envoy configuration: changed\n")
                .contains("````diff\n", "<details><summary>changed: 2 clusters of 2 proxies")
                .contains("&lt;b&gt;&amp;")
                .hasSizeLessThan(65_536);
    }
}
