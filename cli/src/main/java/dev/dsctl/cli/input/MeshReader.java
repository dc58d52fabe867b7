package dev.dsctl.cli.input;

import dev.dsctl.cli.live.ClusterContent;
import dev.dsctl.cli.live.ClusterReader;
import dev.dsctl.model.install.Setting;
import dev.dsctl.model.kube.KubeReader;
import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.schema.SchemaCheck;
import dev.dsctl.model.synthesis.ClusterNetwork;
import dev.dsctl.model.synthesis.Materializer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Reads the mesh that a command's options name. */
final class MeshReader {

    private final InputOptions options;
    private final PrintWriter err;
    private final Problems problems = new Problems();
    private String namespace = "default";

    MeshReader(InputOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
    }

    MeshInput read(InputStream stdin) {
        return read(options.hasManifests() ? ofFiles(stdin) : ofCluster());
    }

    MeshInput read(Manifests manifests) {
        SettingsReader reader = new SettingsReader(options, problems);
        MeshSettings settings = reader.read(manifests);
        Mesh mesh = Mesh.of(manifests, settings, problems);
        if (options.strict()) {
            refuseWarnings();
        }
        report();
        String skipped = options.hasManifests() ? manifests.skippedNoteAfterCompletion() : manifests.skippedNote();
        if (!skipped.isEmpty()) {
            err.println("dsctl: " + skipped);
        }
        tellAssumptions(reader);
        return new MeshInput(mesh, options.namespace().orElse(namespace), manifests, reader.told());
    }

    private void tellAssumptions(SettingsReader reader) {
        if (!reader.assumed().isEmpty()) {
            err.println("dsctl: assuming " + String.join(" and ", reader.assumed()));
        }
    }

    /** Every setting and where it comes from. */
    List<Setting> settings(InputStream stdin) {
        Manifests manifests = options.hasManifests() ? ofFiles(stdin) : ofCluster();
        SettingsReader reader = new SettingsReader(options, problems);
        reader.read(manifests);
        if (options.strict()) {
            refuseWarnings();
        }
        report();
        tellAssumptions(reader);
        List<Setting> settings = new ArrayList<>(reader.explained());
        if (options.hasManifests()) {
            settings.addAll(ClusterNetwork.explained(options.network(), manifests));
        }
        return settings;
    }

    /** What was given, with what a cluster would add. */
    Manifests ofFiles(InputStream stdin) {
        Manifests manifests = SchemaCheck.checked(ManifestReader.read(options.sources(stdin)));
        problems.addAll(manifests.diagnostics());
        return Materializer.complete(manifests, options.network(), problems);
    }

    /** Finds what the API server would refuse. */
    void check(Manifests manifests) {
        KubeReader.read(manifests, problems);
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

    private void refuseWarnings() {
        List<Diagnostic> errors = problems.all().stream()
                .map(d -> new Diagnostic(d.at(), Diagnostic.Severity.ERROR, d.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new ManifestException(errors);
        }
    }
}
