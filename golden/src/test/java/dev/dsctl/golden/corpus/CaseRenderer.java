package dev.dsctl.golden.corpus;

import dev.dsctl.golden.corpus.Corpus.Case;
import dev.dsctl.model.install.Installation;
import dev.dsctl.model.install.InstalledMesh;
import dev.dsctl.model.install.Overrides;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.profile.UnknownReleaseException;
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
import java.util.List;

/** Renders the corpus's cases as the command line does. */
final class CaseRenderer {

    private final ProtoJson json = new ProtoJson();

    boolean knows(String release) {
        try {
            IstioProfiles.named(release);
            return true;
        } catch (UnknownReleaseException e) {
            return false;
        }
    }

    static Manifests manifests(Case from) {
        return ManifestReader.read(ManifestSources.of(List.of(from.input().toString())));
    }

    static Mesh mesh(Case from, String release, Manifests manifests) {
        Problems problems = new Problems();
        problems.addAll(manifests.diagnostics());
        MeshConfig config;
        if (from.meshConfig() == null) {
            config = Installation.of(List.of(), Overrides.NONE, IstioProfiles.named(release), problems)
                    .withConfigMaps(manifests)
                    .mesh()
                    .map(InstalledMesh::config)
                    .orElse(MeshConfig.DEFAULT);
        } else {
            String file = from.meshConfig().toString();
            config = MeshConfig.of(ManifestReader.readMapping(file, problems), file, problems);
        }
        MeshSettings settings =
                new MeshSettings(IstioProfiles.named(release), new PilotEnv(from.pilotEnv()), config, "");
        Mesh mesh = Mesh.of(manifests, settings, problems);
        problems.throwIfErrors();
        return mesh;
    }

    static XdsSnapshot snapshot(Mesh mesh, String proxy) {
        Proxy found = mesh.proxies().stream()
                .filter(p -> p.id().equals(proxy))
                .findFirst()
                .orElseThrow();
        return Renderer.render(ProxyView.of(mesh, found));
    }

    String text(ResourceKind kind, XdsSnapshot snapshot) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(text, 2);
        json.write(kind.of(snapshot), out);
        out.finish();
        return text.toString(StandardCharsets.UTF_8);
    }

    /** All of a case's proxies, one after the other. */
    String text(Case from, String release) throws IOException {
        Mesh mesh = mesh(from, release, manifests(from));
        StringBuilder text = new StringBuilder();
        for (String proxy : from.proxies()) {
            XdsSnapshot snapshot = snapshot(mesh, proxy);
            for (ResourceKind kind : ResourceKind.values()) {
                text.append(proxy).append(' ').append(kind).append('\n').append(text(kind, snapshot));
            }
        }
        return text.toString();
    }
}
