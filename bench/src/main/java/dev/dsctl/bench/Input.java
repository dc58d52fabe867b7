package dev.dsctl.bench;

import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.schema.SchemaCheck;
import dev.dsctl.model.synthesis.Materializer;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.XdsSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code mesh.py} writes, and the steps from there to messages as the commands take them. */
record Input(ManifestText yaml) {

    /** istiod with dual stack. */
    static final PilotEnv DUAL_STACK = new PilotEnv(Map.of("ISTIO_DUAL_STACK", "true"));

    /** istiod without. */
    static final PilotEnv SINGLE_STACK = new PilotEnv(Map.of("ISTIO_DUAL_STACK", "false"));

    /** A mesh of so many services. */
    static Input of(int services) throws IOException {
        // Benchmarks run at the top of the repository, tests in the module.
        Path script = Stream.of("bench/mesh.py", "mesh.py")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () -> new IOException("there is no bench/mesh.py here: run this at the top of the repository"));
        Process process = new ProcessBuilder("python3", script.toString(), Integer.toString(services))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Input(new ManifestText("mesh.yaml", process.getInputStream().readAllBytes()));
    }

    /** YAML to nodes. */
    Manifests manifests() {
        return ManifestReader.readTexts(List.of(yaml));
    }

    /** Nodes to the mesh, at the newest release. */
    static Mesh mesh(Manifests manifests, PilotEnv env) {
        Problems problems = new Problems();
        Manifests complete = Materializer.complete(SchemaCheck.checked(manifests), Optional.empty(), problems);
        MeshSettings settings = new MeshSettings(IstioProfiles.newest(), env, MeshConfig.DEFAULT);
        Mesh mesh = Mesh.of(complete, settings, problems);
        problems.throwIfErrors();
        return mesh;
    }

    /** What the first proxy of the mesh is sent. */
    static XdsSnapshot snapshot(Mesh mesh) {
        return Renderer.render(ProxyView.of(mesh, mesh.proxies().get(0)));
    }
}
