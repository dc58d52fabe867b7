package dev.dsctl.cli.input;

import dev.dsctl.cli.live.ClusterContent;
import dev.dsctl.cli.live.ClusterReader;
import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Istiod;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshConfigMap;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.profile.UnknownReleaseException;
import dev.dsctl.model.schema.SchemaCheck;
import dev.dsctl.model.synthesis.Materializer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the mesh that a command's options name. */
final class MeshReader {

    private static final String DUAL_STACK = "ISTIO_DUAL_STACK";

    private final InputOptions options;
    private final PrintWriter err;
    private final Problems problems = new Problems();
    private final List<String> assumed = new ArrayList<>();
    private String namespace = "default";

    MeshReader(InputOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
    }

    MeshInput read(InputStream stdin) {
        Manifests manifests = options.hasManifests() ? ofFiles(stdin) : ofCluster();
        Optional<Istiod> istiod = Istiod.in(manifests, problems);
        MeshSettings settings = new MeshSettings(
                profile(istiod),
                environment(istiod),
                meshConfig(manifests, istiod),
                istiod.map(Istiod::domain).orElse(""));
        Mesh mesh = Mesh.of(manifests, settings, problems);
        if (options.strict()) {
            refuseWarnings();
        }
        report();
        String skipped = manifests.skippedNote();
        if (!skipped.isEmpty()) {
            err.println("dsctl: " + skipped);
        }
        if (!assumed.isEmpty()) {
            err.println("dsctl: assuming " + String.join(" and ", assumed));
        }
        return new MeshInput(mesh, options.namespace().orElse(namespace));
    }

    /** What was given, with what a cluster would add. */
    Manifests ofFiles(InputStream stdin) {
        Manifests manifests = SchemaCheck.checked(ManifestReader.read(options.sources(stdin)));
        problems.addAll(manifests.diagnostics());
        return Materializer.complete(manifests, options.network(), problems);
    }

    private Manifests ofCluster() {
        ClusterContent content = ClusterReader.read(options.live(), options.namespace(), err);
        problems.addAll(content.missing());
        content.notes().forEach(note -> err.println("dsctl: " + note));
        namespace = content.namespace();
        Manifests manifests = ManifestReader.readTexts(content.texts());
        problems.addAll(manifests.diagnostics());
        return manifests;
    }

    /** Ends the run when the input can't be used; else prints what is suspicious. */
    void report() {
        problems.throwIfErrors();
        problems.all().forEach(err::println);
    }

    private IstioProfile profile(Optional<Istiod> istiod) {
        if (options.istioVersion().isPresent()) {
            return IstioProfiles.named(options.istioVersion().get());
        }
        String said = istiod.map(Istiod::version).orElse("");
        if (!said.isEmpty()) {
            return nearest(said);
        }
        if (options.recorded().release().isPresent()) {
            return IstioProfiles.named(options.recorded().release().get());
        }
        IstioProfile newest = IstioProfiles.newest();
        assumed.add("Istio " + newest.release());
        return newest;
    }

    /** The profile of a release that the input says; the newest one of its line, or of all, when it has none of its own. */
    private IstioProfile nearest(String said) {
        String line = said.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
        for (String version : List.of(said, line)) {
            try {
                IstioProfile profile = IstioProfiles.named(version);
                if (!version.equals(said)) {
                    assumed.add("that Istio " + said + " does what " + profile.release() + " does");
                }
                return profile;
            } catch (UnknownReleaseException e) {
                // The next one may be known.
            }
        }
        IstioProfile newest = IstioProfiles.newest();
        assumed.add("that Istio " + said + " does what " + newest.release() + " does");
        return newest;
    }

    private PilotEnv environment(Optional<Istiod> istiod) {
        Map<String, String> variables = new LinkedHashMap<>();
        istiod.ifPresent(found -> variables.putAll(found.env()));
        if (istiod.isEmpty()) {
            variables.putAll(options.recorded().env());
        }
        variables.putAll(options.pilotEnv());
        // An istiod that is described without the variable runs without dual stack.
        if (!variables.containsKey(DUAL_STACK) && istiod.isEmpty()) {
            variables.put(DUAL_STACK, "true");
            assumed.add(DUAL_STACK + "=true");
        }
        return new PilotEnv(variables);
    }

    private MeshConfig meshConfig(Manifests manifests, Optional<Istiod> istiod) {
        if (options.meshConfig().isPresent()) {
            String file = options.meshConfig().get();
            return MeshConfig.of(ManifestReader.readMapping(file, problems), file, problems);
        }
        if (options.recorded().givenMeshConfig().isPresent()) {
            RecordedSettings recorded = options.recorded();
            return MeshConfig.of(recorded.givenMeshConfig().get(), recorded.file(), problems);
        }
        String name = istiod.map(Istiod::meshConfigMap).orElse("istio");
        String root = istiod.map(Istiod::namespace).orElse(MeshConfig.DEFAULT.rootNamespace());
        return MeshConfigMap.in(manifests, root, name, problems).orElse(MeshConfig.DEFAULT);
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
