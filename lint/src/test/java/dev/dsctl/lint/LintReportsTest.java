package dev.dsctl.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.dsctl.golden.report.Style;
import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.finding.Subject;
import dev.dsctl.lint.finding.Unknown;
import dev.dsctl.lint.report.LintReport;
import dev.dsctl.lint.report.LintReports;
import dev.dsctl.lint.suppression.Baseline;
import dev.dsctl.lint.suppression.Suppression;
import dev.dsctl.lint.suppression.Suppressions;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class LintReportsTest {

    /** Hard on every format. */
    private static final String NASTY = "a|<b>&\"c'|%0A,:]]>\u0001\uD83D\uDE00";

    private static Finding finding(String code, Severity severity, String name) {
        Subject subject = new Subject("Service", "shop", name, new SourceRef("my apps/web,1.yaml", 12));
        return Finding.of(code, severity, subject, "goes wrong " + NASTY, "mend it")
                .mendedIn(List.of(new Release(30, 1)));
    }

    private static final LintResult RESULT = new LintResult(
            new LintResult.Scope("1.30.0", 3, 4),
            List.of(
                    finding("DS001", Severity.ERROR, "web"),
                    finding("DS006", Severity.WARNING, "api"),
                    finding("DS007", Severity.INFO, "db")),
            List.of(new Unknown("there are no slices", List.of("DS016"))));

    private static final LintReport REPORT =
            LintReport.of(RESULT, new Suppressions(List.of(Suppression.ofOption("DS005"))));

    private interface Format {
        void write(Appendable out) throws IOException;
    }

    private static String text(Format format) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(out);
        return out.toString();
    }

    @Test
    void sarifFollowsItsSchemaAndHasFileRegionAndHelp() throws IOException {
        String log = text(out -> LintReports.sarif(REPORT, "1.0", out));
        try (InputStream in = LintReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in, config);
            assertThat(schema.validate(log, InputFormat.JSON)).isEmpty();
        }
        assertThat(log)
                .contains("\"uri\": \"my%20apps/web,1.yaml\"", "\"startLine\": 12", "\"ruleId\": \"DS006\"")
                .contains("\"markdown\": \"# DS001: ")
                .contains("\"text\": \"unknown: there are no slices: DS016 not looked at\"")
                .contains("\"text\": \"unused suppression: --suppress DS005\"");
    }

    @Test
    void junitFollowsItsSchemaAndFailsFromASeverityOn() throws Exception {
        String xml = text(out -> LintReports.junit(REPORT, Severity.WARNING, Instant.EPOCH, out));
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Path schema = Path.of("../golden/src/test/resources/dev/dsctl/golden/report/junit-10.xsd");
        factory.newSchema(schema.toFile()).newValidator().validate(new StreamSource(new StringReader(xml)));
        assertThat(xml).contains("failures=\"2\"").contains("type=\"finding\"").doesNotContain("dsctl.lint.DS016");
    }

    @Test
    void githubHasALineForEachFinding() throws IOException {
        assertThat(text(out -> LintReports.github(REPORT, out)).lines().map(line -> line.replaceFirst(":: *.*", "")))
                .hasSize(6);
        assertThat(text(out -> LintReports.github(REPORT, out)))
                .startsWith("::error file=my apps/web%2C1.yaml,line=12,title=DS001 Service shop/web::")
                .contains("\n::warning file=", "\n::notice file=");
    }

    @Test
    void textQuotesTheLineWithACaret() throws IOException {
        assertThat(text(out -> LintReports.text(REPORT, Style.PLAIN, at -> Optional.of("  - name: x"), out)))
                .contains("my apps/web,1.yaml:12: error: DS001: Service shop/web: goes wrong")
                .contains("\n      - name: x\n        ^\n  fix: mend it\n  goes away in Istio 1.30.1\n")
                .endsWith("\n1 error, 1 warning, 1 info in 3 services and 4 sidecars at Istio 1.30.0\n"
                        + "dsctl explain DS001 tells more\n");
    }

    @Test
    void everyOtherFormatHasEveryFinding() throws IOException {
        for (Format format : List.<Format>of(
                out -> LintReports.json(REPORT, out),
                out -> LintReports.yaml(REPORT, out),
                out -> LintReports.markdown(REPORT, out),
                out -> LintReports.summary(REPORT, Style.PLAIN, out))) {
            assertThat(text(format)).contains("DS001", "DS006", "DS007", "shop/api", "there are no slices");
        }
    }

    @Test
    void severityDecidesWhatFails() {
        LintReport warning =
                LintReport.of(RESULT, new Suppressions(List.of(Suppression.ofOption("DS001=Service shop/*"))));
        assertThat(warning.fails(Severity.ERROR)).isFalse();
        assertThat(warning.fails(Severity.WARNING)).isTrue();
        assertThat(warning.suppressed()).isOne();
        assertThat(warning.unused()).isEmpty();
    }

    @Test
    void wildcardsMatchTextAroundThemAndNothingElse() {
        for (String none : List.of("DS001=Service shop/we", "DS001=*api", "DS001=service*", "DS006=Service shop/web")) {
            LintReport report = LintReport.of(RESULT, new Suppressions(List.of(Suppression.ofOption(none))));
            assertThat(report.fails(Severity.ERROR)).as(none).isTrue();
        }
        for (String all : List.of("DS001", "DS001=*", "DS001=*web", "DS001=Service *", "DS001=Service */w*b")) {
            LintReport report = LintReport.of(RESULT, new Suppressions(List.of(Suppression.ofOption(all))));
            assertThat(report.fails(Severity.ERROR)).as(all).isFalse();
        }
    }

    @Test
    void aBaselineHidesWhatItWasWrittenFrom() {
        List<String> lines = Baseline.of(RESULT.findings()).lines().toList();
        LintReport report = LintReport.of(RESULT, new Suppressions(Baseline.read(lines, "known")));
        assertThat(report.reported()).isEmpty();
        assertThat(report.suppressed()).isEqualTo(3);

        LintResult mended = new LintResult(RESULT.scope(), RESULT.findings().subList(1, 3), List.of());
        assertThat(LintReport.of(mended, new Suppressions(Baseline.read(lines, "known")))
                        .unused())
                .singleElement()
                .hasToString("known:2: DS001 Service shop/web");
    }

    @Test
    void whatACheckCouldNotLookAtIsNoUnusedSuppression() {
        assertThat(LintReport.of(RESULT, new Suppressions(List.of(Suppression.ofOption("DS016"))))
                        .unused())
                .isEmpty();
    }
}
