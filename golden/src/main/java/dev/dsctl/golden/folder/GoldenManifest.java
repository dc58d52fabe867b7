package dev.dsctl.golden.folder;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.golden.tree.YamlText;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a golden folder was recorded with, so that it is verified with the same: its file {@code golden.yaml}.
 *
 * @param tool dsctl's version
 * @param settings the release and the mesh's settings
 * @param proxies the proxies that were picked by name, {@code pod.namespace}; none when all of the input were recorded
 * @param types the kinds of resource that were picked; none when all were recorded
 * @param ignore patterns that verifying leaves out
 */
public record GoldenManifest(
        String tool, Settings settings, List<String> proxies, List<String> types, List<String> ignore) {

    /** The name of the file. */
    public static final String FILE = "golden.yaml";

    private static final String HEAD = """
            # Golden files of dsctl: what istiod sends these sidecars. Written by `dsctl golden record`, checked by
            # `dsctl golden verify` with the settings below. Only the patterns under `ignore` are for editing.
            """;

    /**
     * What a mesh was computed with.
     *
     * @param release Istio's release, {@code 1.29.6}
     * @param pilotEnv istiod's environment
     * @param meshConfig MeshConfig as far as anything was set
     * @param given which of them were options of the command line ({@code istioVersion}, {@code meshConfig}, {@code pilotEnv.NAME}), and
     *     are to be used again whatever the manifests say
     */
    public record Settings(String release, Map<String, String> pilotEnv, Node.Mapping meshConfig, List<String> given) {

        public Settings {
            pilotEnv = Map.copyOf(pilotEnv);
            given = List.copyOf(given);
        }

        /** What is another now, a sentence each. */
        public List<String> moved(Settings now) {
            List<String> moves = new ArrayList<>();
            if (!release.equals(now.release)) {
                moves.add("recorded with Istio " + release + ", now it is " + now.release);
            }
            SortedSet<String> names = new TreeSet<>(pilotEnv.keySet());
            names.addAll(now.pilotEnv.keySet());
            for (String name : names) {
                addMove(moves, name, pilotEnv.get(name), now.pilotEnv.get(name));
            }
            Json old = NodeTree.of(meshConfig);
            Json mesh = NodeTree.of(now.meshConfig);
            if (old instanceof JsonObject before && mesh instanceof JsonObject after && !before.equals(after)) {
                SortedSet<String> fields = new TreeSet<>(before.keys());
                fields.addAll(after.keys());
                fields.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
                moves.add("recorded with another mesh config: " + String.join(", ", fields));
            }
            return moves;
        }

        private static void addMove(List<String> moves, String name, String before, String after) {
            if (!Objects.equals(before, after)) {
                String old = before == null ? "without " + name : "with " + name + "=" + before;
                moves.add("recorded " + old + ", now it is " + (after == null ? "not set" : after));
            }
        }
    }

    public GoldenManifest {
        proxies = List.copyOf(proxies);
        types = List.copyOf(types);
        ignore = List.copyOf(ignore);
    }

    /** Reads the file of a folder; what is wrong with it goes to {@code problems}. */
    static GoldenManifest read(Path folder, Problems problems) {
        String file = folder.resolve(FILE).toString();
        Node.Mapping root = ManifestReader.readMapping(file, problems);
        Fields fields = Fields.of(root, file, problems);
        Node.Mapping mesh = fields.node("meshConfig")
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElse(new Node.Mapping(0, Map.of()));
        Settings settings = new Settings(
                fields.requiredString("istioVersion"), fields.stringMap("pilotEnv"), mesh, fields.strings("given"));
        GoldenManifest manifest = new GoldenManifest(
                fields.string("tool"),
                settings,
                fields.strings("proxies"),
                fields.strings("types"),
                fields.strings("ignore"));
        fields.unread()
                .forEach(each ->
                        problems.error(each.at(), "no such field in a golden folder's manifest: " + each.path()));
        return manifest;
    }

    /** With other ignore patterns. */
    public GoldenManifest withIgnore(List<String> patterns) {
        return new GoldenManifest(tool, settings, proxies, types, patterns);
    }

    /** The file's text. */
    String text() {
        Map<String, Json> entries = new LinkedHashMap<>();
        entries.put("tool", JsonScalar.string(tool));
        entries.put("istioVersion", JsonScalar.string(settings.release()));
        Map<String, Json> env = new LinkedHashMap<>();
        new TreeMap<>(settings.pilotEnv()).forEach((name, value) -> env.put(name, JsonScalar.string(value)));
        entries.put("pilotEnv", JsonObject.of(env));
        entries.put("meshConfig", NodeTree.of(settings.meshConfig()));
        putList(entries, "given", settings.given());
        putList(entries, "proxies", proxies);
        putList(entries, "types", types);
        entries.put("ignore", JsonArray.ofStrings(ignore));
        return HEAD + YamlText.of(JsonObject.of(entries));
    }

    private static void putList(Map<String, Json> entries, String key, List<String> values) {
        if (!values.isEmpty()) {
            entries.put(key, JsonArray.ofStrings(values));
        }
    }
}
