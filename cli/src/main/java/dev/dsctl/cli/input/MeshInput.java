package dev.dsctl.cli.input;

import dev.dsctl.model.install.Setting;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.profile.IstioProfile;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;

/**
 * What a command's options name.
 *
 * @param mesh from manifests or from a cluster
 * @param namespace of proxies that are named without one
 * @param manifests what the mesh was made of
 * @param told which of the settings were told rather than assumed
 */
public record MeshInput(Mesh mesh, String namespace, Manifests manifests, Set<Told> told) {

    /** Settings that can be told. */
    public enum Told {
        /** istiod's environment. */
        ENVIRONMENT,
        /** The mesh's settings. */
        MESH_CONFIG
    }

    /** The mesh that the same input makes at another release. */
    public Mesh meshAt(IstioProfile profile) {
        MeshSettings settings = mesh.settings();
        MeshSettings others = new MeshSettings(profile, settings.env(), settings.config(), settings.domain());
        return Mesh.of(manifests, others, new Problems());
    }

    /**
     * Reads it, and says on stderr what was assumed and what was left out.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when the manifests can't be used
     */
    public static MeshInput read(InputOptions options, InputStream stdin, PrintWriter err) {
        return new MeshReader(options, err).read(stdin);
    }

    /**
     * Reads texts instead of what the options name; everything else is as they say.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when the manifests can't be used
     */
    public static MeshInput readTexts(InputOptions options, List<ManifestText> texts, PrintWriter err) {
        return new MeshReader(options, err).read(ManifestReader.readTexts(texts));
    }

    /**
     * Every setting that the answer depends on, and where it comes from.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when the manifests can't be used
     */
    public static List<Setting> settings(InputOptions options, InputStream stdin, PrintWriter err) {
        return new MeshReader(options, err).settings(stdin);
    }

    /**
     * Reads the manifests alone, with what a cluster would add to them.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when they can't be used
     */
    public static List<Manifest> completed(InputOptions options, InputStream stdin, PrintWriter err) {
        MeshReader reader = new MeshReader(options, err);
        Manifests manifests = reader.ofFiles(stdin);
        reader.check(manifests);
        reader.report();
        String leftOut = manifests.leftOutNote();
        if (!leftOut.isEmpty()) {
            err.println("dsctl: " + leftOut);
        }
        return manifests.all();
    }
}
