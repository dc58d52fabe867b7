package dev.dsctl.lint;

import dev.dsctl.golden.report.Style;
import dev.dsctl.lint.report.LintReport;
import dev.dsctl.lint.report.LintReports;
import dev.dsctl.lint.scene.Known;
import dev.dsctl.lint.suppression.Suppressions;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.schema.SchemaCheck;
import dev.dsctl.model.synthesis.Materializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A folder with an input and what is found in it.
 *
 * @param folder has {@code case.yaml}, {@code input} and {@code expected/RELEASE}
 * @param releases at which the input is looked at
 * @param upgradeTo a release to upgrade to, none to look at each by itself
 * @param pilotEnv istiod's environment, none when it isn't known
 * @param meshConfig whether {@code mesh.yaml} has the mesh's settings
 * @param clusters families of further clusters
 * @param show which part of what sidecars are sent is shown, as {@code PROXY KIND NAME}
 */
record LintCase(
        Path folder,
        List<String> releases,
        Optional<String> upgradeTo,
        Optional<Map<String, String>> pilotEnv,
        boolean meshConfig,
        List<Set<IpFamily>> clusters,
        List<String> show) {

    @SuppressWarnings("unchecked")
    static LintCase read(Path folder) {
        try {
            Map<String, Object> yaml =
                    (Map<String, Object>) new Load(LoadSettings.builder().build())
                            .loadFromString(Files.readString(folder.resolve("case.yaml")));
            List<String> clusters = (List<String>) yaml.getOrDefault("clusters", List.of());
            return new LintCase(
                    folder,
                    (List<String>) yaml.get("releases"),
                    Optional.ofNullable((String) yaml.get("upgradeTo")),
                    Optional.ofNullable((Map<String, String>) yaml.get("pilotEnv")),
                    Files.exists(folder.resolve("mesh.yaml")),
                    clusters.stream().map(LintCase::families).toList(),
                    (List<String>) yaml.getOrDefault("show", List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<IpFamily> families(String text) {
        return text.equals("dual")
                ? Set.of(IpFamily.values())
                : Set.of(IpFamily.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** The files that belong below {@code expected/RELEASE}. */
    SortedMap<String, String> outcome(String release) throws IOException {
        Manifests manifests = manifests();
        Mesh mesh = mesh(manifests, release);
        Known known = new Known(
                pilotEnv.isPresent(),
                meshConfig,
                meshConfig ? Optional.of(folder.resolve("mesh.yaml").toString()) : Optional.empty(),
                clusters);
        LintResult result = Lint.of(manifests, mesh, known);
        Suppressions suppressions = new Suppressions(Suppressions.annotated(manifests));
        LintReport report = upgradeTo.isEmpty()
                ? LintReport.of(result, suppressions)
                : LintReport.ofUpgrade(
                        result, Lint.of(manifests, mesh(manifests, upgradeTo.get()), known), suppressions);
        StringBuilder text = new StringBuilder();
        LintReports.text(report, Style.PLAIN, this::line, text);
        StringBuilder json = new StringBuilder();
        LintReports.json(report, json);
        SortedMap<String, String> files = new TreeMap<>();
        files.put("findings.txt", shortened(text.toString()));
        files.put("findings.json", shortened(json.toString()));
        if (!show.isEmpty()) {
            files.put(
                    "effect.txt",
                    show.stream().map(each -> Effect.of(mesh, each)).collect(Collectors.joining()));
        }
        return files;
    }

    Manifests manifests() {
        Manifests read = ManifestReader.read(
                ManifestSources.of(List.of(folder.resolve("input").toString())));
        read.throwIfErrors();
        return Materializer.complete(SchemaCheck.checked(read), Optional.empty(), new Problems());
    }

    Mesh mesh(Manifests manifests, String release) {
        Problems problems = new Problems();
        String file = folder.resolve("mesh.yaml").toString();
        MeshConfig config = meshConfig
                ? MeshConfig.of(ManifestReader.readMapping(file, problems), file, problems)
                : MeshConfig.DEFAULT;
        PilotEnv env = new PilotEnv(pilotEnv.orElse(Map.of("ISTIO_DUAL_STACK", "true")));
        Mesh mesh = Mesh.of(manifests, new MeshSettings(IstioProfiles.named(release), env, config), problems);
        problems.throwIfErrors();
        return mesh;
    }

    private Optional<String> line(SourceRef at) {
        try {
            List<String> lines = Files.readAllLines(Path.of(at.file()));
            return at.line() > 0 ? Optional.of(lines.get(at.line() - 1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shortened(String text) {
        return text.replace(folder + "/", "");
    }

    /** The files that are below {@code expected}. */
    SortedMap<String, String> expected() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path expected = folder.resolve("expected");
        if (Files.exists(expected)) {
            try (var paths = Files.walk(expected)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(expected.relativize(path).toString(), Files.readString(path));
                }
            }
        }
        return files;
    }

    /** What is in the folder besides what belongs there. */
    Set<String> strangers() throws IOException {
        Set<String> names = new TreeSet<>();
        try (var paths = Files.list(folder)) {
            paths.forEach(path -> names.add(path.getFileName().toString()));
        }
        names.removeAll(Set.of("case.yaml", "mesh.yaml", "input", "expected"));
        return names;
    }
}
