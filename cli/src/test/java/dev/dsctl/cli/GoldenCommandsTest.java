package dev.dsctl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dsctl diff} and {@code dsctl golden}, from the command line to the exit code. */
class GoldenCommandsTest {

    private static final String OLD = "src/test/resources/golden/shop.yaml";
    private static final String NEW = "src/test/resources/golden/new/shop.yaml";

    @TempDir
    private Path temp;

    private String golden;

    private record Run(int code, String out, String err) {}

    private static Run dsctl(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, new ByteArrayInputStream(new byte[0]), out, err);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Run record(String... more) {
        List<String> args = new ArrayList<>(List.of("golden", "record", "-f", OLD, "--golden", golden));
        args.addAll(List.of(more));
        return dsctl(args.toArray(String[]::new));
    }

    private Run verify(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("golden", "verify", "-f", input, "--golden", golden));
        args.addAll(List.of(more));
        return dsctl(args.toArray(String[]::new));
    }

    @BeforeEach
    void folder() {
        golden = temp.resolve("golden").toString();
    }

    @Test
    void whatWasRecordedIsEqual() throws IOException {
        assertThat(record("--istio-version", "1.24.3").err()).contains("golden: 1 new (client.shop)");
        try (Stream<Path> files = Files.list(Path.of(golden, "shop", "client"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("listeners.json", "clusters.json", "routes.json", "endpoints.json");
        }
        Run run = verify(OLD);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("equal: ").endsWith(" of 1 proxy\n");
        assertThat(record().err()).contains("1 unchanged");
        assertThat(Path.of(golden, "golden.yaml")).content().contains("istioVersion: 1.24.3\n", "- istioVersion\n");
    }

    @Test
    void aChangeIsFoundWithTheServiceItComesFrom() {
        record();
        Run run = verify(NEW);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("- listener 10.96.0.7_9000 of client.shop\n", "+ listener 10.96.0.7_9001 of client.shop\n")
                .contains("from Service shop/web (" + NEW + ":19)\n");
        assertThat(dsctl("diff", "-f", NEW, "--golden", golden).out()).isEqualTo(run.out());
    }

    @Test
    void severalReportsAtOnce() throws IOException {
        record();
        Path junit = temp.resolve("junit.xml");
        Path sarif = temp.resolve("dsctl.sarif");
        Run run = verify(
                NEW,
                "--report",
                "github",
                "--report",
                "text",
                "--report",
                "junit=" + junit,
                "--report",
                "sarif=" + sarif);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("::error file=" + NEW + ",line=19,title=", "+ listener 10.96.0.7_9001");
        assertThat(junit).content().startsWith("<?xml ").contains("<testsuite name=\"client.shop\"");
        assertThat(sarif).content().contains("\"uri\": \"" + NEW + "\"", "\"startLine\": 19");
        assertThat(verify(NEW, "-o", "json", "--report", "junit").code()).isEqualTo(2);
        assertThat(verify(NEW, "--report", "html").err()).contains("no format 'html'; there are text, summary, json");
        assertThat(verify(NEW, "--report", "json=" + temp.resolve("no/such/file"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatIsIgnoredStaysIgnored() {
        record("--ignore", "listeners[10.96.0.7_*]", "--ignore", "clusters[outbound|900*]");
        assertThat(verify(NEW, "--ignore", "endpoints[outbound|900*]").code()).isZero();
        assertThat(verify(NEW).code()).isEqualTo(1);
        assertThat(verify(NEW, "--ignore", "a..b").err()).contains("--ignore: 'a..b' has an empty step");
    }

    @Test
    void typesAndProxiesNarrowWhatIsCompared() {
        record();
        assertThat(verify(NEW, "--type", "routes").code()).isZero();
        assertThat(verify(NEW, "--type", "listeners,routes").code()).isEqualTo(1);
        assertThat(verify(NEW, "--proxy", "client.shop").code()).isEqualTo(1);
        assertThat(verify(NEW, "--proxy", "nobody").err()).contains("no proxy 'nobody'");
    }

    @Test
    void saysWhenTheSettingsHaveMoved() {
        record("--istio-version", "1.24.3", "--pilot-env", "ISTIO_DUAL_STACK=true");
        assertThat(verify(OLD).err()).isEmpty();
        assertThat(verify(OLD, "--istio-version", "1.29.6").err())
                .contains("recorded with Istio 1.24.3, now it is 1.29.6");
        Run run = verify(OLD, "--pilot-env", "ISTIO_DUAL_STACK=false");
        assertThat(run.err()).contains("recorded with ISTIO_DUAL_STACK=true, now it is false");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void proxiesThatComeAndGoAreDifferences() throws IOException {
        record();
        Path without = temp.resolve("without.yaml");
        String manifests = Files.readString(Path.of(OLD));
        Files.writeString(without, manifests.replace("name: client\n  namespace", "name: other\n  namespace"));
        Run run = verify(without.toString(), "--summary");
        assertThat(run.out()).contains("- proxy client.shop\n", "+ proxy other.shop\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void filesThatArentGoldenAreRefused() throws IOException {
        assertThat(verify(OLD).code()).isEqualTo(2);
        assertThat(verify(OLD).err()).contains("no such folder of golden files");
        Files.createDirectories(Path.of(golden));
        Files.writeString(Path.of(golden, "notes.txt"), "mine");
        assertThat(record().code()).isEqualTo(2);
        assertThat(record().err()).contains("notes.txt: error: not a golden file");
        assertThat(Path.of(golden, "notes.txt")).hasContent("mine");
    }

    @Test
    void brokenGoldenFilesAreBadInput() throws IOException {
        record();
        Path file = Path.of(golden, "shop", "client", "routes.json");
        Files.writeString(file, Files.readString(file).replaceFirst("]\\s*$", ""));
        Run run = verify(OLD);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(file + ":");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void dualStackOffAgainstOnShowsAddressesFirst() {
        Run run = dsctl(
                "diff",
                "-f",
                OLD,
                "--pilot-env",
                "ISTIO_DUAL_STACK=false",
                "--with-pilot-env",
                "ISTIO_DUAL_STACK=true");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("--- " + OLD + ", ISTIO_DUAL_STACK=false\n+++ " + OLD + ", ISTIO_DUAL_STACK=true\n")
                .contains("  + additionalAddresses:\n");
    }

    @Test
    void oneSideAgainstAnother() throws IOException {
        assertThat(dsctl("diff", "-f", OLD, "--with", NEW).code()).isEqualTo(1);
        assertThat(dsctl("diff", "-f", OLD, "--with", OLD).code()).isZero();
        Run releases =
                dsctl("diff", "-f", OLD, "--istio-version", "1.24", "--with-istio-version", "1.29", "-o", "json");
        assertThat(releases.code()).isEqualTo(1);
        assertThat(releases.out()).startsWith("{\n  \"equal\": false,\n");
        Path dump = temp.resolve("dump.json");
        Path other = temp.resolve("other.json");
        Files.writeString(dump, dsctl("render", "-f", OLD, "-o", "config-dump").out());
        Files.writeString(other, dsctl("render", "-f", NEW, "-o", "config-dump").out());
        assertThat(dsctl("diff", dump.toString(), dump.toString()).code()).isZero();
        assertThat(dsctl("diff", dump.toString(), other.toString(), "--color", "always")
                        .out())
                .contains("\033[32m+ ");
        assertThat(dsctl("diff", "client.shop", "-f", OLD, "--against", dump.toString())
                        .code())
                .isZero();
        assertThat(dsctl("diff", "client.shop", "-f", NEW, "--against", dump.toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void asksForASecondSide() {
        assertThat(dsctl("diff", "-f", OLD).err()).contains("compare with what?");
        assertThat(dsctl("diff", "-f", OLD, "--with", NEW, "--against", "actual")
                        .code())
                .isEqualTo(2);
        assertThat(dsctl("golden").code()).isEqualTo(2);
    }
}
