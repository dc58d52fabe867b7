package dev.dsctl.golden.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.golden.corpus.Corpus.Case;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.schema.SchemaCheck;
import dev.dsctl.model.synthesis.Materializer;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Whatever is written, dsctl says what is wrong or renders it: never an exception, never for long, and the same twice. Every input of the
 * corpus and of the cases is changed at random, {@code -Dfuzz=10000} times if asked, from {@code -Dfuzz.seed=1} on.
 */
class FuzzTest {

    private static final int USUAL_RUNS = 200;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** Measures what a run costs, however busy the machine is. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final CaseRenderer renderer = new CaseRenderer();
    private final List<Meshes> meshes = new ArrayList<>();
    private final Map<String, List<Object>> known = new HashMap<>();

    @TempDir
    private Path folder;

    /** The documents of one case, as text and as trees; the last is the MeshConfig. */
    private record Meshes(String name, List<String> texts, List<Object> trees) {}

    /** What came of one input. */
    private record Outcome(String text, boolean rendered) {}

    @Test
    void reportsOrRendersWhateverIsWritten() throws IOException {
        load();
        long first = Long.getLong("fuzz.seed", 1);
        int runs = Integer.getInteger("fuzz", USUAL_RUNS);
        List<String> faults = new ArrayList<>();
        int rendered = 0;
        // The first run loads classes.
        outcome(meshes.get(0).texts(), IstioProfiles.newest().release());
        for (long seed = first; seed < first + runs; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            Meshes mesh = meshes.get(random.nextInt(meshes.size()));
            List<String> texts = changed(mesh, random);
            List<String> releases = IstioProfiles.names();
            String release = releases.get(random.nextInt(releases.size()));
            try {
                long start = THREADS.getCurrentThreadCpuTime();
                Outcome outcome = outcome(texts, release);
                Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
                rendered += outcome.rendered() ? 1 : 0;
                if (taken.compareTo(LONGEST) > 0) {
                    faults.add(mesh.name() + ", seed " + seed + ": took " + taken);
                }
                if (!outcome.text().equals(outcome(texts, release).text())) {
                    faults.add(mesh.name() + ", seed " + seed + ": another answer the second time");
                }
            } catch (RuntimeException | StackOverflowError e) {
                faults.add(mesh.name() + " " + release + ", seed " + seed + ": " + describe(e));
            }
        }
        System.out.println("fuzz: " + rendered + " of " + runs + " inputs rendered");
        assertThat(faults).isEmpty();
        assertThat(rendered).as("inputs that were still valid").isGreaterThan(runs / 10);
    }

    private static String describe(Throwable fault) {
        StringBuilder text = new StringBuilder(fault.toString());
        for (StackTraceElement element : fault.getStackTrace()) {
            if (element.getClassName().startsWith("dev.dsctl") && text.length() < 600) {
                text.append("\n    ").append(element);
            }
        }
        return text.toString();
    }

    private void load() throws IOException {
        for (Case each : Corpus.unpack(folder).cases()) {
            add(each);
        }
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/cases"))) {
            for (Path each : folders.sorted().toList()) {
                add(ShownCase.in(each).mesh());
            }
        }
    }

    private void add(Case from) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(from.input())) {
            for (Path file : files.sorted().toList()) {
                for (String document : ("\n" + Files.readString(file)).split("\n---")) {
                    if (!document.isBlank()) {
                        texts.add(document.strip() + "\n");
                    }
                }
            }
        }
        texts.add(from.meshConfig() == null ? "rootNamespace: istio-system\n" : Files.readString(from.meshConfig()));
        List<Object> trees = new ArrayList<>();
        for (String text : texts) {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
            trees.add(tree);
            Mutator.collect(tree, known);
        }
        meshes.add(new Meshes(from.name(), texts, trees));
    }

    /** The documents with one of them changed: an Istio resource more often than another, seldom as mere text. */
    private List<String> changed(Meshes mesh, Random random) {
        List<String> texts = new ArrayList<>(mesh.texts());
        int chosen = random.nextInt(texts.size());
        for (int tries = 0; tries < 3 && !texts.get(chosen).contains("istio.io/v"); tries++) {
            chosen = random.nextInt(texts.size());
        }
        if (random.nextInt(20) == 0) {
            texts.set(chosen, scrambled(texts.get(chosen), random));
        } else {
            Object tree = new Mutator(random, known).mutated(mesh.trees().get(chosen));
            texts.set(chosen, new Dump(DumpSettings.builder().build()).dumpToString(tree));
        }
        return texts;
    }

    private static String scrambled(String text, Random random) {
        StringBuilder result = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(result.length());
            switch (random.nextInt(3)) {
                case 0 -> result.deleteCharAt(at);
                case 1 -> result.insert(at, "{}[]:,-&*!|>'\"%@`# \n\t".charAt(random.nextInt(21)));
                default -> result.insert(at, result.substring(at, Math.min(result.length(), at + 20)));
            }
            if (result.isEmpty()) {
                return "";
            }
        }
        return result.toString();
    }

    private Outcome outcome(List<String> texts, String release) throws IOException {
        Problems problems = new Problems();
        try {
            List<ManifestText> sources = new ArrayList<>();
            int last = texts.size() - 1;
            for (int i = 0; i < last; i++) {
                sources.add(new ManifestText(i + ".yaml", texts.get(i).getBytes(StandardCharsets.UTF_8)));
            }
            Path meshFile = folder.resolve("mesh.yaml");
            Files.writeString(meshFile, texts.get(last));
            Manifests manifests = SchemaCheck.checked(ManifestReader.readTexts(sources));
            problems.addAll(manifests.diagnostics());
            MeshConfig config =
                    MeshConfig.of(ManifestReader.readMapping(meshFile.toString(), problems), "mesh.yaml", problems);
            PilotEnv env = new PilotEnv(Map.of("ISTIO_DUAL_STACK", "true"));
            MeshSettings settings = new MeshSettings(IstioProfiles.named(release), env, config, "");
            Mesh mesh = Mesh.of(Materializer.complete(manifests, Optional.empty(), problems), settings, problems);
            problems.throwIfErrors();
            return new Outcome(rendered(mesh) + problems.all(), true);
        } catch (ManifestException e) {
            return new Outcome(e.getMessage() + problems.all(), false);
        }
    }

    private String rendered(Mesh mesh) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Proxy proxy : mesh.proxies()) {
            XdsSnapshot snapshot = Renderer.render(ProxyView.of(mesh, proxy));
            for (ResourceKind kind : ResourceKind.values()) {
                text.append(renderer.text(kind, snapshot));
            }
        }
        return text.toString();
    }
}
