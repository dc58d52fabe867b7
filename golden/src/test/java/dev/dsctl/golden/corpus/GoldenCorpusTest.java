package dev.dsctl.golden.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.golden.corpus.Corpus.Case;
import dev.dsctl.golden.diff.Ignores;
import dev.dsctl.golden.diff.Narrowed;
import dev.dsctl.golden.diff.RenderedSide;
import dev.dsctl.golden.diff.Side;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.folder.GoldenFolder;
import dev.dsctl.golden.folder.GoldenManifest;
import dev.dsctl.golden.folder.GoldenRecorder;
import dev.dsctl.golden.report.Findings;
import dev.dsctl.golden.report.Grouping;
import dev.dsctl.golden.report.Origins;
import dev.dsctl.golden.report.Style;
import dev.dsctl.golden.report.TextReport;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden files of every case: those that dsctl records, and istiod's answers taken as golden files. */
class GoldenCorpusTest {

    private static final Set<ResourceKind> KINDS = EnumSet.allOf(ResourceKind.class);
    private static final Pattern LEAF = Pattern.compile("\": (\"[^\"]+\"|[0-9]+|true)");
    private static final long SEED = 11;

    @TempDir
    private static Path inputs;

    private static Corpus corpus;

    @TempDir
    private Path temp;

    @BeforeAll
    static void unpack() throws IOException {
        corpus = Corpus.unpack(inputs);
    }

    /** Every case at one release, all releases in turn. */
    private interface Check {
        void check(Case from, String release, Mesh mesh, List<Proxy> proxies, Path folder) throws IOException;
    }

    private void each(Check check) throws IOException {
        int index = 0;
        for (Case from : corpus.cases()) {
            List<String> releases = from.releases().stream()
                    .filter(each -> IstioProfiles.names().stream().anyMatch(each::startsWith))
                    .toList();
            String release = releases.get(index % releases.size());
            Mesh mesh = CaseRenderer.mesh(
                    from,
                    release,
                    ManifestReader.read(ManifestSources.of(List.of(from.input().toString()))));
            List<Proxy> proxies = mesh.proxies().stream()
                    .filter(proxy -> from.proxies().contains(proxy.id()))
                    .toList();
            assertThat(proxies).isNotEmpty();
            check.check(from, release, mesh, proxies, temp.resolve(Integer.toString(index++)));
        }
    }

    private static SnapshotDiff verified(Path folder, Mesh mesh, List<Proxy> proxies) throws IOException {
        GoldenFolder golden = GoldenFolder.read(folder);
        RenderedSide side = new RenderedSide("now", mesh, proxies);
        return SnapshotDiff.between(new Narrowed(golden, side.proxies()), side, KINDS, Ignores.NONE);
    }

    @Test
    void whatIsRecordedVerifies() throws IOException {
        each((from, release, mesh, proxies, folder) -> {
            try (GoldenRecorder recorder = GoldenRecorder.into(folder, new ProtoJson())) {
                for (Proxy proxy : proxies) {
                    recorder.add(proxy.namespace(), proxy.name(), Renderer.render(ProxyView.of(mesh, proxy)), KINDS);
                }
                GoldenManifest.Settings settings = new GoldenManifest.Settings(
                        mesh.profile().release(),
                        mesh.env().variables(),
                        mesh.config().root(),
                        List.of());
                recorder.commit(new GoldenManifest("test", settings, List.of(), List.of(), List.of()));
            }
            SnapshotDiff diff = verified(folder, mesh, proxies);
            assertThat(diff.resources()).as(from.name() + " " + release).isEmpty();
            assertThat(diff.size()).isPositive();
        });
    }

    @Test
    void istiodsAnswersVerifyJustWhenTheyAreEqual() throws IOException {
        Random random = new Random(SEED);
        int[] equal = new int[2];
        each((from, release, mesh, proxies, folder) -> {
            for (Proxy proxy : proxies) {
                boolean broken = random.nextBoolean();
                boolean same = true;
                XdsSnapshot snapshot = Renderer.render(ProxyView.of(mesh, proxy));
                for (ResourceKind kind : ResourceKind.values()) {
                    String answer = corpus.answer(from, release, proxy.id(), kind.key());
                    if (answer == null) {
                        return;
                    }
                    String written = broken && kind == ResourceKind.CLUSTERS ? mutated(answer, random) : answer;
                    Path file = folder.resolve(proxy.namespace())
                            .resolve(proxy.name())
                            .resolve(kind.fileName());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, written);
                    ByteArrayOutputStream text = new ByteArrayOutputStream();
                    JsonWriter out = new JsonWriter(text, 2);
                    new ProtoJson().write(kind.of(snapshot), out);
                    out.finish();
                    same &= CanonicalJson.of(written).equals(CanonicalJson.of(text.toString(StandardCharsets.UTF_8)));
                }
                SnapshotDiff diff = verified(folder, mesh, List.of(proxy));
                assertThat(diff.isEmpty())
                        .as(from.name() + " " + release + " " + proxy.id())
                        .isEqualTo(same);
                equal[same ? 1 : 0]++;
            }
        });
        assertThat(equal[0]).isGreaterThan(10);
        assertThat(equal[1]).isGreaterThan(10);
    }

    private static String mutated(String json, Random random) {
        List<MatchResult> leaves = LEAF.matcher(json).results().toList();
        MatchResult leaf = leaves.get(random.nextInt(leaves.size()));
        return json.substring(0, leaf.start(1)) + "\"other\"" + json.substring(leaf.end(1));
    }

    @Test
    void whatTwoReleasesMakeOfACaseFitsOnAScreen() throws IOException {
        Case from = corpus.cases().stream()
                .filter(each -> each.releases().containsAll(List.of("1.24", "1.29")))
                .max(Comparator.comparingInt(each -> each.proxies().size()))
                .orElseThrow();
        Side[] sides = new Side[2];
        String[] releases = {"1.24", "1.29"};
        for (int i = 0; i < 2; i++) {
            Mesh mesh = CaseRenderer.mesh(
                    from,
                    releases[i],
                    ManifestReader.read(ManifestSources.of(List.of(from.input().toString()))));
            sides[i] = new RenderedSide(releases[i], mesh, mesh.proxies());
        }
        SnapshotDiff diff = SnapshotDiff.between(sides[0], sides[1], KINDS, Ignores.NONE);
        assertThat(diff.resources()).hasSizeGreaterThan(50);
        assertThat(lines(diff, Grouping.ALIKE)).isBetween(10L, 60L);
        assertThat(lines(diff, Grouping.NONE))
                .isGreaterThan(3L * diff.resources().size());
    }

    private static long lines(SnapshotDiff diff, Grouping grouping) throws IOException {
        StringBuilder text = new StringBuilder();
        new TextReport(Style.PLAIN).write(new Findings(diff, Origins.UNKNOWN, grouping), text);
        return text.toString().lines().count();
    }
}
