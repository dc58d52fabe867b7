package dev.dsctl.golden.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tukaani.xz.XZInputStream;

/** What istiod answered, unpacked from the archive beside this class's resources: inputs as files, answers in memory. */
final class Corpus {

    private final Path folder;
    private final SortedMap<String, Case> cases = new TreeMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /**
     * One mesh.
     *
     * @param name the folder's name
     * @param input its manifests
     * @param meshConfig a MeshConfig file, null when it has none
     * @param releases the releases that answered
     * @param pilotEnv istiod's environment
     * @param proxies {@code pod.namespace}
     */
    record Case(
            String name,
            Path input,
            Path meshConfig,
            List<String> releases,
            Map<String, String> pilotEnv,
            List<String> proxies) {

        /** The same with other manifests. */
        Case withInput(Path other) {
            return new Case(name, other, meshConfig, releases, pilotEnv, proxies);
        }
    }

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the archive; inputs go below the folder. */
    static Corpus unpack(Path folder) throws IOException {
        Corpus corpus = new Corpus(folder);
        try (InputStream archive = Corpus.class.getResourceAsStream("/corpus/istiod.tar.xz");
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    corpus.add(entry.getName(), tar.readAllBytes());
                }
            }
        }
        return corpus;
    }

    List<Case> cases() {
        return new ArrayList<>(cases.values());
    }

    /** What istiod answered for one kind of resource, as JSON text; null when that wasn't asked. */
    String answer(Case from, String release, String proxy, String kind) {
        int dot = proxy.lastIndexOf('.');
        return answers.get(String.join(
                "/",
                from.name(),
                "expected",
                release,
                proxy.substring(dot + 1),
                proxy.substring(0, dot),
                kind + ".json"));
    }

    private void add(String name, byte[] bytes) throws IOException {
        if (name.contains("/expected/")) {
            String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            // Many answers are the same at several releases.
            answers.put(name, texts.computeIfAbsent(text, same -> same));
            return;
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        if (name.endsWith("/case.yaml")) {
            Case added = read(file);
            cases.put(added.name(), added);
        }
    }

    @SuppressWarnings("unchecked")
    private static Case read(Path file) throws IOException {
        Map<String, Object> yaml =
                (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        Path folder = file.getParent();
        String meshConfig = (String) yaml.get("meshConfig");
        return new Case(
                folder.getFileName().toString(),
                folder.resolve("input"),
                meshConfig == null ? null : folder.resolve(meshConfig),
                List.copyOf(((Map<String, String>) yaml.get("istioVersions")).keySet()),
                (Map<String, String>) yaml.get("pilotEnv"),
                (List<String>) yaml.get("proxies"));
    }
}
