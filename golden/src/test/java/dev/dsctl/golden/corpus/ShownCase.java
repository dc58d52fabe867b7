package dev.dsctl.golden.corpus;

import dev.dsctl.golden.corpus.Corpus.Case;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A case that shows one behaviour: the folder {@code NAME} with {@code case.yaml}, {@code input/} and {@code expected/RELEASE.json}.
 *
 * @param folder the case's folder
 * @param description what it shows, in one sentence
 * @param mesh what is rendered, for which releases
 * @param shows which messages, and which parts of them, by kind
 */
record ShownCase(Path folder, String description, Case mesh, Map<String, Map<String, List<String>>> shows) {

    @SuppressWarnings("unchecked")
    static ShownCase in(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("case.yaml"));
        Map<String, Object> yaml =
                (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
        String meshConfig = (String) yaml.get("meshConfig");
        Case mesh = new Case(
                folder.getFileName().toString(),
                folder.resolve("input"),
                meshConfig == null ? null : folder.resolve(meshConfig),
                (List<String>) yaml.get("releases"),
                (Map<String, String>) yaml.get("pilotEnv"),
                (List<String>) yaml.get("proxies"));
        return new ShownCase(folder, (String) yaml.get("description"), mesh, (Map<String, Map<String, List<String>>>)
                yaml.get("shows"));
    }

    Path answer(String release) {
        return folder.resolve("expected").resolve(release + ".json");
    }

    /** What dsctl makes of it: by kind, the messages and parts that are shown. */
    Json rendered(CaseRenderer renderer, String release) throws IOException {
        XdsSnapshot snapshot = CaseRenderer.snapshot(
                CaseRenderer.mesh(mesh, release, CaseRenderer.manifests(mesh)),
                mesh.proxies().get(0));
        Map<String, Json> kinds = new LinkedHashMap<>();
        for (String key : shows.keySet()) {
            ResourceKind kind = ResourceKind.of(key).orElseThrow();
            kinds.put(key, Excerpt.of(read(renderer.text(kind, snapshot), key), shows.get(key)));
        }
        return JsonObject.of(kinds);
    }

    /** What istiod answered, out of a folder with {@code NAMESPACE/POD/KIND.json}. */
    Json recorded(Path answers) throws IOException {
        String proxy = mesh.proxies().get(0);
        int dot = proxy.lastIndexOf('.');
        Path pod = answers.resolve(proxy.substring(dot + 1)).resolve(proxy.substring(0, dot));
        Map<String, Json> kinds = new LinkedHashMap<>();
        for (String key : shows.keySet()) {
            kinds.put(key, Excerpt.of(read(Files.readString(pod.resolve(key + ".json")), key), shows.get(key)));
        }
        return JsonObject.of(kinds);
    }

    private static Json read(String text, String name) {
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8), name);
    }
}
