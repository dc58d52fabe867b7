package dev.dsctl.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Known;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tukaani.xz.XZInputStream;

/**
 * The errors and warnings in the meshes for which istiod's answers are recorded are those of a reviewed file, which says why each is right:
 * {@code CODE: reason} for warnings, {@code CODE CASE: reason} for errors, and below it the findings with the releases that have them. {@code
 * -Dlint.corpus=update} writes it anew and leaves a question mark where a reason is missing.
 */
class CorpusFindingsTest {

    private static final Path ARCHIVE = Path.of("../golden/src/test/resources/corpus/istiod.tar.xz");
    private static final Path LIST = Path.of("src/test/resources/corpus-findings.txt");

    @TempDir
    private static Path folder;

    /** Unpacks manifests and settings; the answers aren't looked at. */
    @BeforeAll
    static void unpack() throws IOException {
        try (InputStream archive = Files.newInputStream(ARCHIVE);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && !entry.getName().contains("/expected/")) {
                    Path file = folder.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.write(file, tar.readAllBytes());
                }
            }
        }
    }

    @Test
    void onlyWhatIsListedIsFound() throws IOException {
        TreeMap<String, TreeMap<String, List<String>>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> cases =
                    files.filter(file -> file.endsWith("case.yaml")).sorted().toList();
            assertThat(cases).hasSizeGreaterThan(20);
            for (Path file : cases) {
                look(file, found);
            }
        }
        Map<String, String> reasons = reasons();
        StringBuilder text = new StringBuilder();
        found.forEach((head, findings) -> {
            text.append(head)
                    .append(": ")
                    .append(reasons.getOrDefault(head, "?"))
                    .append('\n');
            findings.forEach((key, releases) -> text.append("  ")
                    .append(key)
                    .append(" at ")
                    .append(String.join(" ", releases))
                    .append('\n'));
        });
        if ("update".equals(System.getProperty("lint.corpus"))) {
            Files.writeString(LIST, text);
        }
        assertThat(Files.readString(LIST)).isEqualTo(text.toString());
        assertThat(new TreeSet<>(reasons().values())).as("reasons").doesNotContain("?");
    }

    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        if (Files.exists(LIST)) {
            for (String line : Files.readAllLines(LIST)) {
                int colon = line.indexOf(": ");
                if (!line.startsWith(" ") && colon > 0) {
                    reasons.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        }
        return reasons;
    }

    @SuppressWarnings("unchecked")
    private static void look(Path file, Map<String, TreeMap<String, List<String>>> found) throws IOException {
        Map<String, Object> yaml =
                (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        Path input = file.resolveSibling("input");
        String name = file.getParent().getFileName().toString();
        Manifests manifests = ManifestReader.read(ManifestSources.of(List.of(input.toString())));
        Optional<String> meshConfig = Optional.ofNullable((String) yaml.get("meshConfig"))
                .map(each -> file.resolveSibling(each).toString());
        PilotEnv env = new PilotEnv((Map<String, String>) yaml.get("pilotEnv"));
        for (String release : ((Map<String, String>) yaml.get("istioVersions")).keySet()) {
            Mesh mesh = mesh(manifests, release, env, meshConfig);
            Known known = new Known(true, meshConfig.isPresent(), meshConfig, List.of());
            for (Finding finding : Lint.of(manifests, mesh, known).findings()) {
                if (finding.severity().isAtLeast(Severity.WARNING)) {
                    String head = finding.severity() == Severity.ERROR ? finding.code() + " " + name : finding.code();
                    String about = finding.key().substring(finding.code().length() + 1);
                    found.computeIfAbsent(head, each -> new TreeMap<>())
                            .computeIfAbsent(name + ": " + finding.severity() + " " + about, key -> new ArrayList<>())
                            .add(release);
                }
            }
        }
    }

    private static Mesh mesh(Manifests manifests, String release, PilotEnv env, Optional<String> meshConfig) {
        Problems problems = new Problems();
        MeshConfig config = meshConfig
                .map(file -> MeshConfig.of(ManifestReader.readMapping(file, problems), file, problems))
                .orElse(MeshConfig.DEFAULT);
        return Mesh.of(manifests, new MeshSettings(IstioProfiles.named(release), env, config), problems);
    }
}
