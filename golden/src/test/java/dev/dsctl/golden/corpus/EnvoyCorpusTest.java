package dev.dsctl.golden.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dsctl.golden.corpus.Corpus.Case;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.bootstrap.BootstrapSettings;
import dev.dsctl.render.bootstrap.StaticBootstrap;
import dev.dsctl.render.json.ProtoJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Envoy takes what dsctl makes of every proxy of the corpus. Skipped where none can be installed. */
class EnvoyCorpusTest {

    private static final List<String> RELEASES = List.of("1.29", "1.30");

    /** A set of keys without a key, which istiod passes on and no Envoy takes. */
    private static final String NO_KEY = "has invalid local jwks: Jwks doesn't have any valid public key";

    private static Path envoy;

    private final ProtoJson json = new ProtoJson();

    /** By bootstrap: those of two releases are often the same. */
    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    /** What Envoy said of a proxy; nothing when it takes it. */
    private record Verdict(String id, String refusal) {}

    @BeforeAll
    static void install() throws Exception {
        Process process =
                new ProcessBuilder("../.ci/envoy").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(process.waitFor() == 0, said);
        envoy = Path.of(said);
    }

    @Test
    void envoyTakesEveryBootstrap() throws IOException {
        List<Case> cases = Corpus.unpack(folder.resolve("corpus")).cases();
        for (String release : RELEASES) {
            List<Verdict> verdicts = cases.parallelStream()
                    .filter(each -> each.releases().contains(release))
                    .map(each -> verdicts(each, release))
                    .flatMap(Collection::stream)
                    .toList();
            assertThat(verdicts).hasSizeGreaterThan(70);
            Map<String, String> refused = new TreeMap<>();
            verdicts.stream()
                    .filter(verdict -> !verdict.refusal().isEmpty())
                    .forEach(verdict -> refused.put(verdict.id(), verdict.refusal()));
            assertThat(refused).hasSize(1);
            assertThat(refused.values().iterator().next()).contains(NO_KEY);
        }
    }

    private List<Verdict> verdicts(Case from, String release) {
        Mesh mesh = CaseRenderer.mesh(from, release, CaseRenderer.manifests(from));
        return mesh.proxies().stream()
                .filter(proxy -> from.proxies().contains(proxy.id()))
                .map(proxy -> new Verdict(from.name() + " " + release + " " + proxy.id(), refusal(mesh, proxy)))
                .toList();
    }

    private String refusal(Mesh mesh, Proxy proxy) {
        ProxyView view = ProxyView.of(mesh, proxy);
        StaticBootstrap made = StaticBootstrap.of(view, Renderer.render(view), BootstrapSettings.DEFAULT);
        String text = json.text(made.message().toBuilder().clearNode().build());
        assertThat(text).doesNotContain("ConfigSource", "sdsConfig", "\"rds\"", "\"ads\"", "configDiscovery");
        return refusals.computeIfAbsent(text, this::refusal);
    }

    private String refusal(String bootstrap) {
        try {
            Path file = Files.createTempFile(folder, "bootstrap", ".json");
            Files.writeString(file, bootstrap);
            Process process = new ProcessBuilder(
                            envoy.toString(), "--mode", "validate", "-l", "error", "-c", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : said;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
