package dev.dsctl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    private static final String EXAMPLE = "../examples/tcp-echo";
    private static final Path IPV6_FIRST =
            Path.of("../lint/src/test/resources/cases/DS001-ipv6-first/input/input.yaml");

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private static Run dsctl(String... args) {
        return withInput("", args);
    }

    private static Run withInput(String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, new ByteArrayInputStream(in.getBytes(UTF_8)), out, err);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Run lint(String... more) {
        List<String> args = new java.util.ArrayList<>(List.of("lint", "-f", IPV6_FIRST.toString()));
        args.addAll(List.of(more));
        return dsctl(args.toArray(String[]::new));
    }

    @Test
    void theExampleIsClean() {
        Run run = dsctl("lint", "-f", EXAMPLE);
        assertThat(run.out())
                .contains("\nnothing found in 4 services and 4 sidecars")
                .doesNotContain("unused");
        assertThat(run.code()).isZero();
    }

    @Test
    void severityDecidesTheExitCode() throws IOException {
        assertThat(lint("--istio-version", "1.24.3").code()).isOne();
        assertThat(lint("--istio-version", "1.24.3", "--severity", "error").code())
                .isOne();
        assertThat(lint("--istio-version", "1.24.6").code()).isZero();

        Path pods = Files.writeString(
                folder.resolve("in.yaml"),
                Files.readString(IPV6_FIRST)
                        .replace("podIP: fd00:10:244::5", "podIP: 10.244.0.5")
                        .replace(
                                "  - ip: fd00:10:244::5\n  - ip: 10.244.0.5\n",
                                "  - ip: 10.244.0.5\n  - ip: fd00:10:244::5\n"));
        Run info = dsctl("lint", "-f", pods.toString());
        assertThat(info.out()).contains("info: DS014: ");
        assertThat(info.code()).isZero();
        assertThat(dsctl("lint", "-f", pods.toString(), "--severity", "info").code())
                .isOne();
    }

    @Test
    void theExitCodeIsTheSameForEveryFormat() {
        for (String format : List.of("text", "summary", "json", "yaml", "markdown", "junit", "github", "sarif")) {
            Run run = lint("--istio-version", "1.24.3", "-o", format);
            assertThat(run.code()).as(format).isOne();
            assertThat(run.out()).as(format).contains("DS001");
        }
    }

    @Test
    void theLineIsQuotedUnlessItCameThroughStandardInput() throws IOException {
        assertThat(lint("--istio-version", "1.24.3").out())
                .contains("input.yaml:8: error: DS001", "      ipFamilies:\n      ^\n");
        Run piped = withInput(Files.readString(IPV6_FIRST), "lint", "-f", "-", "--istio-version", "1.24.3");
        assertThat(piped.out()).contains("<stdin>:8: error: DS001").doesNotContain("^\n");
    }

    @Test
    void aBaselineStartsGreen() throws IOException {
        String baseline = folder.resolve("known.txt").toString();
        assertThat(lint("--istio-version", "1.24.3", "--baseline", baseline))
                .isEqualTo(new Run(
                        2,
                        "",
                        "dsctl: assuming ISTIO_DUAL_STACK=true\ndsctl: " + baseline
                                + ": no such file; --write-baseline makes it\n"));
        assertThat(lint("--istio-version", "1.24.3", "--baseline", baseline, "--write-baseline")
                        .code())
                .isZero();
        assertThat(Files.readString(Path.of(baseline))).endsWith("\nDS001 Service shop/web\n");
        assertThat(lint("--istio-version", "1.24.3", "--baseline", baseline).code())
                .isZero();
        assertThat(lint("--istio-version", "1.24.6", "--baseline", baseline).out())
                .contains("unused suppression: " + baseline + ":2: DS001 Service shop/web\n");
        assertThat(lint("--write-baseline").code()).isEqualTo(2);
    }

    @Test
    void suppressionsTakeWildcards() {
        assertThat(lint("--istio-version", "1.24.3", "--suppress", "DS001=Service */web")
                        .code())
                .isZero();
        assertThat(lint("--istio-version", "1.24.3", "--suppress", "DS001=Service other/*")
                        .out())
                .contains("unused suppression: --suppress DS001=Service other/*\n");
        Run wrong = lint("--suppress", "nonsense");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("'nonsense' isn't CODE or CODE=KIND NAMESPACE/NAME");
    }

    @Test
    void anUpgradeShowsOnlyWhatItChanges() {
        Run mends = lint("--istio-version", "1.24.5", "--upgrade-to", "1.24.6");
        assertThat(mends.out())
                .startsWith("- ")
                .contains("nothing found that the upgrade to Istio 1.24.6 brings, 1 that it takes away");
        assertThat(mends.code()).isZero();
        assertThat(lint("--istio-version", "1.22", "--upgrade-to", "1.24.5").out())
                .contains("+ ../lint/src/test/resources/cases/DS001-ipv6-first/input/input.yaml:8: error: DS001")
                .contains("- ../lint/src/test/resources/cases/DS001-ipv6-first/input/input.yaml:8: warning: DS015");
        assertThat(lint("--upgrade-to", "1.99").code()).isEqualTo(2);
    }

    @Test
    void explainPrintsThePage() throws IOException {
        assertThat(dsctl("explain", "ds005"))
                .isEqualTo(new Run(0, Files.readString(Path.of("../docs/lint/DS005.md")), ""));
        assertThat(dsctl("explain").out())
                .startsWith("DS001  A Service with IPv6 first")
                .contains("\nDS020  ");
        assertThat(dsctl("explain", "DS999"))
                .isEqualTo(new Run(2, "", "dsctl: no check 'DS999'; dsctl explain lists what there is\n"));
    }

    @Test
    void whatInstallsIstiodIsWhereItsSettingsAre() {
        String operator = """
                apiVersion: install.istio.io/v1alpha1
                kind: IstioOperator
                metadata: {name: istio, namespace: istio-system}
                spec:
                  values: {pilot: {env: {ISTIO_DUAL_STACK: "true"}}}
                  meshConfig:
                    defaultConfig:
                      proxyMetadata: {ISTIO_AGENT_DUAL_STACK: "true"}
                """;
        Run run = withInput(operator, "lint", "-f", "-", "--istio-version", "1.29");
        assertThat(run.out())
                .startsWith(
                        "<stdin>:7: error: DS003: IstioOperator istio-system/istio: istiod has ISTIO_DUAL_STACK=true")
                .contains("(ISTIO_AGENT_DUAL_STACK is set there, but the agent of Istio 1.29.6 doesn't read it)");
        assertThat(withInput(operator, "lint", "-f", "-", "--istio-version", "1.18")
                        .out())
                .doesNotContain("DS003:");
    }
}
