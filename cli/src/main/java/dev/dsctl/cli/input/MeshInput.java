package dev.dsctl.cli.input;

import dev.dsctl.cli.UsageException;
import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the mesh that a command's options name, and says on stderr what was assumed and what was left out. */
public final class MeshInput {

    private static final String DUAL_STACK = "ISTIO_DUAL_STACK";

    private final InputOptions options;
    private final PrintWriter err;
    private final Problems problems = new Problems();
    private final List<String> assumed = new ArrayList<>();

    private MeshInput(InputOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
    }

    /**
     * The mesh.
     *
     * @throws ManifestException when the manifests can't be used
     */
    public static Mesh read(InputOptions options, InputStream stdin, PrintWriter err) {
        return new MeshInput(options, err).read(stdin);
    }

    private Mesh read(InputStream stdin) {
        IstioProfile profile = profile();
        Manifests manifests = ManifestReader.read(options.sources(stdin));
        problems.addAll(manifests.diagnostics());
        MeshConfig config = meshConfig(manifests);
        Mesh mesh = Mesh.of(manifests, new MeshSettings(profile, environment(), config), problems);
        if (options.strict()) {
            refuseWarnings();
        }
        problems.throwIfErrors();
        problems.all().forEach(err::println);
        String skipped = manifests.skippedNote();
        if (!skipped.isEmpty()) {
            err.println("dsctl: " + skipped);
        }
        if (!assumed.isEmpty()) {
            err.println("dsctl: assuming " + String.join(" and ", assumed));
        }
        return mesh;
    }

    private IstioProfile profile() {
        if (options.istioVersion().isPresent()) {
            return IstioProfiles.named(options.istioVersion().get());
        }
        IstioProfile newest = IstioProfiles.newest();
        assumed.add("Istio " + newest.release());
        return newest;
    }

    private PilotEnv environment() {
        Map<String, String> variables = new LinkedHashMap<>(options.pilotEnv());
        if (variables.putIfAbsent(DUAL_STACK, "true") == null) {
            assumed.add(DUAL_STACK + "=true");
        }
        return new PilotEnv(variables);
    }

    private MeshConfig meshConfig(Manifests manifests) {
        if (options.meshConfig().isPresent()) {
            String file = options.meshConfig().get();
            return MeshConfig.of(ManifestReader.readMapping(file, problems), file, problems);
        }
        for (Manifest map : manifests.of("", "ConfigMap")) {
            if (map.name().equals("istio") && map.namespace().equals(MeshConfig.DEFAULT.rootNamespace())) {
                return ofConfigMap(map);
            }
        }
        return MeshConfig.DEFAULT;
    }

    private MeshConfig ofConfigMap(Manifest map) {
        if (map.root().entries().get("data") instanceof Node.Mapping data
                && data.entries().get("mesh") instanceof Node.Scalar mesh
                && mesh.value() instanceof String text) {
            SourceRef at = map.at(mesh);
            return MeshConfig.of(ManifestReader.parseMapping(at, text, problems), at.file(), problems);
        }
        throw new UsageException(map.source() + ": " + map + " has no text under data.mesh");
    }

    private void refuseWarnings() {
        List<Diagnostic> errors = problems.all().stream()
                .map(d -> new Diagnostic(d.at(), Diagnostic.Severity.ERROR, d.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new ManifestException(errors);
        }
    }
}
