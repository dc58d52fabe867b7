package dev.dsctl.golden.corpus;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.golden.corpus.Corpus.Case;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renders what istiod was asked and compares with what it answered, for every case, release and proxy. Proxies listed in
 * {@code known-differences.txt} must differ, so that the list can only be right; {@code -Dcorpus=record} writes it anew.
 */
class CorpusTest {

    private static final Path KNOWN = Path.of("src/test/resources/corpus/known-differences.txt");

    private final CaseRenderer renderer = new CaseRenderer();

    @TempDir
    private Path folder;

    /**
     * What came of one proxy.
     *
     * @param id case, release and proxy
     * @param difference the first difference, empty when there is none
     */
    private record Outcome(String id, String release, String difference) {

        boolean equal() {
            return difference.isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> rendersWhatIstiodAnswers() throws IOException {
        Corpus corpus = Corpus.unpack(folder);
        List<Outcome> outcomes = corpus.cases().parallelStream()
                .map(each -> outcomes(corpus, each))
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(Outcome::id))
                .toList();
        report(outcomes);
        if ("record".equals(System.getProperty("corpus"))) {
            record(outcomes);
        }
        Set<String> known = known();
        Set<String> unmet = new TreeSet<>(known);
        outcomes.forEach(outcome -> unmet.remove(outcome.id()));
        return Stream.concat(
                outcomes.stream().map(outcome -> DynamicTest.dynamicTest(outcome.id(), () -> check(outcome, known))),
                Stream.of(DynamicTest.dynamicTest(
                        "known-differences.txt names only what exists",
                        () -> assertThat(unmet).isEmpty())));
    }

    private static void check(Outcome outcome, Set<String> known) {
        if (known.contains(outcome.id())) {
            assertThat(outcome.equal())
                    .as("%s is equal now and must leave %s", outcome.id(), KNOWN.getFileName())
                    .isFalse();
        } else {
            assertThat(outcome.difference()).as(outcome.id()).isEmpty();
        }
    }

    private List<Outcome> outcomes(Corpus corpus, Case from) {
        Manifests manifests = CaseRenderer.manifests(from);
        List<Outcome> outcomes = new ArrayList<>();
        for (String release : from.releases()) {
            String fault = "";
            Mesh mesh = null;
            try {
                mesh = CaseRenderer.mesh(from, release, manifests);
            } catch (RuntimeException e) {
                fault = e.toString();
            }
            for (String proxy : from.proxies()) {
                if (corpus.answer(from, release, proxy, "listeners") != null) {
                    String id = from.name() + " " + release + " " + proxy;
                    String difference = mesh == null ? fault : difference(corpus, from, release, proxy, mesh);
                    outcomes.add(new Outcome(id, release, difference));
                }
            }
        }
        return outcomes;
    }

    private String difference(Corpus corpus, Case from, String release, String proxy, Mesh mesh) {
        try {
            XdsSnapshot snapshot = CaseRenderer.snapshot(mesh, proxy);
            for (ResourceKind kind : ResourceKind.values()) {
                String answer = corpus.answer(from, release, proxy, kind.key());
                String rendered = renderer.text(kind, snapshot);
                if (!rendered.equals(answer)) {
                    String first = CanonicalJson.firstDifference(CanonicalJson.of(answer), CanonicalJson.of(rendered));
                    if (!first.isEmpty()) {
                        return kind.key() + first;
                    }
                }
            }
            return "";
        } catch (IOException | RuntimeException e) {
            return e.toString();
        }
    }

    private static void report(List<Outcome> outcomes) {
        SortedMap<String, List<Outcome>> byRelease =
                new TreeMap<>(outcomes.stream().collect(Collectors.groupingBy(Outcome::release)));
        String counts = byRelease.entrySet().stream()
                .map(e -> e.getKey() + " "
                        + e.getValue().stream().filter(Outcome::equal).count() + "/"
                        + e.getValue().size())
                .collect(joining(", "));
        long equal = outcomes.stream().filter(Outcome::equal).count();
        System.out.println("corpus: " + equal + "/" + outcomes.size() + " proxies equal (" + counts + ")");
    }

    private static Set<String> known() throws IOException {
        try (Stream<String> lines = Files.lines(KNOWN)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        }
    }

    private static void record(List<Outcome> outcomes) throws IOException {
        String header = "# Proxies that dsctl doesn't render as istiod does yet: case, release, proxy.\n";
        String lines = outcomes.stream()
                .filter(outcome -> !outcome.equal())
                .map(outcome -> outcome.id() + "\n")
                .collect(joining());
        Files.write(KNOWN, (header + lines).getBytes(StandardCharsets.UTF_8));
    }
}
