package dev.dsctl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyConfigCommandTest {

    private static final String MESH = "src/test/resources/live/mesh.yaml";

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private static Run dsctl(String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, new ByteArrayInputStream(stdin.getBytes(UTF_8)), out, err);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Run computed(String... args) {
        List<String> all = new ArrayList<>(List.of("proxy-config"));
        all.addAll(List.of(args));
        all.addAll(List.of("-f", MESH));
        return dsctl("", all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"listeners", "clusters", "routes", "endpoints", "all"})
    void aConfigDumpIsReadBackToTheSameTables(String kind) {
        String dump = dsctl("", "render", "-o", "config-dump", "-f", MESH).out();

        assertThat(dsctl(dump, "pc", kind, "--file", "-").out())
                .isEqualTo(computed(kind).out())
                .isNotEmpty();
        assertThat(dsctl(computed(kind, "-o", "config-dump").out(), "pc", kind, "--file", "-", "-o", "json"))
                .isEqualTo(new Run(0, computed(kind, "-o", "json").out(), ""));
    }

    @Test
    void kindsGoByAllOfIstioctlsNames() {
        for (String names : List.of("listeners listener l", "clusters cluster c", "routes route r", "all a")) {
            Stream<Run> runs = Stream.of(names.split(" ")).map(name -> computed(name, "web-1.shop"));
            assertThat(runs.distinct()).hasSize(1);
        }
        assertThat(computed("endpoint", "web-1", "-n", "shop").out())
                .isEqualTo(computed("ep").out())
                .contains("fd00:10:244::a:8080")
                .contains("10.244.0.10:8080");
        assertThat(computed("secrets").err())
                .contains("'secrets' is none of listeners, clusters, routes, endpoints, all");
    }

    @Test
    void optionsThatAreAboutSomethingElseAreRefused() {
        assertThat(computed("listeners", "--fqdn", "x"))
                .isEqualTo(new Run(2, "", "dsctl: --fqdn is about clusters, not about listeners\n"));
        assertThat(computed("routes", "--address", "::").err())
                .isEqualTo("dsctl: --address is about listeners and endpoints, not about routes\n");
        assertThat(computed("all", "--fqdn", "web").code()).isZero();
    }

    @Test
    void tablesMayBeShort() {
        assertThat(computed("listeners", "--verbose=false").out())
                .startsWith("ADDRESSES")
                .contains("TYPE");
        assertThat(computed("all", "--with-headers").out().lines())
                .filteredOn(line -> line.startsWith("-"))
                .containsExactly(
                        "------ CLUSTER INFO ------",
                        "------ LISTENER INFO ------",
                        "------ ROUTE INFO ------",
                        "------ ENDPOINTS INFO ------");
    }

    @Test
    void yamlEndsAsIstioctlEndsIt() {
        assertThat(computed("routes", "-o", "yaml").out())
                .startsWith("- ")
                .contains("\n  name: \"80\"\n")
                .endsWith("\n\n");
    }

    @Test
    void sourcesExcludeEachOther() throws IOException {
        Path dump = folder.resolve("dump.json");
        Files.writeString(dump, "{\"configs\": []}");
        String path = dump.toString();

        assertThat(dsctl("", "pc", "c", "web-1", "--file", path).err()).contains("without a pod and without -f");
        assertThat(dsctl("", "pc", "c", "--file", path, "-f", MESH).err()).contains("without a pod and without -f");
        assertThat(dsctl("", "pc", "c", "web-1", "--actual", "-f", MESH).err()).contains("neither -f nor --file");
        assertThat(dsctl("", "pc", "c", "--actual").err()).contains("name the pod");
    }

    @Test
    void whatADumpLacksIsSaid() {
        assertThat(dsctl("{\"configs\": []}", "pc", "clusters", "--file", "-"))
                .isEqualTo(new Run(2, "", "dsctl: the dump has no clusters\n"));
        assertThat(dsctl("{\"clusters\": []}", "pc", "ep", "--file", "-").err())
                .contains("config_dump?include_eds")
                .contains("clusters?format=json");
        assertThat(dsctl("nonsense", "pc", "ep", "--file", "-").err()).startsWith("<stdin>:1: error: not JSON");
        assertThat(dsctl("", "pc", "ep", "--file", "missing.json"))
                .isEqualTo(new Run(2, "", "dsctl: can't read the dump missing.json\n"));
    }

    @Test
    void typesThatDsctlDoesNotKnowAreShown() {
        String dump = """
                {"configs": [{"@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump", "dynamic_listeners": [
                  {"name": "l", "active_state": {"listener": {
                    "@type": "type.googleapis.com/envoy.config.listener.v3.Listener", "name": "l",
                    "address": {"socket_address": {"address": "::", "port_value": 80}},
                    "filter_chains": [{"filters": [{"name": "new",
                      "typed_config": {"@type": "type.googleapis.com/acme.v9.Novelty", "depth": 3}}]}]}}}]}]}
                """;

        assertThat(dsctl(dump, "pc", "l", "--file", "-").out())
                .isEqualTo("ADDRESSES PORT MATCH DESTINATION\n::        80   ALL   Non-HTTP/Non-TCP\n");
        assertThat(dsctl(dump, "pc", "l", "--file", "-", "-o", "json").out())
                .contains("\"@type\": \"type.googleapis.com/acme.v9.Novelty\",")
                .contains("\"depth\": 3");
    }

    @Test
    void podsThatAreNotThereAreSaid() {
        Run run = computed("clusters", "nobody");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no proxy 'nobody'").contains("web-1.shop");
    }

    @Test
    void manifestsAreReadWithoutTheKubernetesClient() throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.dsctl.cli.Main",
                        "pc",
                        "all",
                        "-f",
                        new File(MESH).getPath())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(log))
                .contains("dev.dsctl.render.Renderer")
                .doesNotContain("io.fabric8", "databind");
    }
}
