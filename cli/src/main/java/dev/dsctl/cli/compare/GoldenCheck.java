package dev.dsctl.cli.compare;

import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.RecordedSettings;
import dev.dsctl.cli.input.SecondInput;
import dev.dsctl.cli.input.Shard;
import dev.dsctl.golden.diff.Narrowed;
import dev.dsctl.golden.diff.RenderedSide;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.folder.GoldenFolder;
import dev.dsctl.golden.folder.GoldenManifest;
import dev.dsctl.golden.report.ManifestOrigins;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares golden files with what manifests give now, with the settings that the files were recorded with. */
public final class GoldenCheck {

    private final GoldenFolder golden;
    private final ReportOptions reports;
    private final PrintWriter err;

    private GoldenCheck(GoldenFolder golden, ReportOptions reports, PrintWriter err) {
        this.golden = golden;
        this.reports = reports;
        this.err = err;
    }

    /** The settings of a golden folder, to be used again. */
    public static RecordedSettings settings(Path folder, GoldenManifest manifest) {
        GoldenManifest.Settings settings = manifest.settings();
        return new RecordedSettings(
                Optional.of(settings.release()).filter(release -> !release.isEmpty()),
                settings.pilotEnv(),
                settings.meshConfig(),
                Set.copyOf(settings.given()),
                folder.resolve(GoldenManifest.FILE).toString());
    }

    /** The settings that a mesh was computed with. */
    public static GoldenManifest.Settings settings(Mesh mesh, InputOptions input) {
        return new GoldenManifest.Settings(
                mesh.profile().release(), mesh.env().variables(), mesh.config().root(), List.copyOf(input.given()));
    }

    /** Compares; what has moved since the files were recorded is said on {@code err}. */
    public static Comparison of(Path folder, Inputs inputs, ReportOptions reports, InputStream in, PrintWriter err)
            throws IOException {
        GoldenCheck check = new GoldenCheck(GoldenFolder.read(folder), reports, err);
        return check.compare(inputs, in);
    }

    /**
     * What the golden files are compared with.
     *
     * @param input manifests and settings
     * @param second what is set apart from the first side
     * @param proxies names of proxies; none for all
     * @param part the part of them that is looked at
     * @param jobs how many at a time
     */
    public record Inputs(InputOptions input, SecondInput second, List<String> proxies, Shard part, int jobs) {}

    private Comparison compare(Inputs inputs, InputStream in) throws IOException {
        Optional<GoldenManifest> manifest = golden.manifest();
        InputOptions options = inputs.second().over(inputs.input());
        if (manifest.isPresent()) {
            options = options.over(settings(golden.root(), manifest.get()));
        }
        MeshInput read = MeshInput.read(options, in, err);
        if (manifest.isPresent()) {
            for (String move : manifest.get().settings().moved(settings(read.mesh(), options))) {
                err.println("dsctl: " + golden.root() + ": " + move);
            }
        }
        SortedSet<String> proxies = proxies(inputs.proxies(), read);
        proxies.removeIf(proxy -> !inputs.part().holds(proxy));
        List<Proxy> computed = read.mesh().proxies().stream()
                .filter(proxy -> proxies.contains(proxy.id()))
                .toList();
        SnapshotDiff diff = SnapshotDiff.between(
                new Narrowed(golden, proxies),
                new RenderedSide(options.label(), read.mesh(), computed),
                kinds(manifest),
                ReportOptions.ignores(patterns(manifest)),
                inputs.jobs());
        return new Comparison(
                diff,
                new ManifestOrigins(read.mesh()),
                Optional.of(new SourceRef(
                                golden.root().resolve(GoldenManifest.FILE).toString(), 0))
                        .filter(at -> manifest.isPresent()));
    }

    private SortedSet<String> proxies(List<String> asked, MeshInput read) {
        SortedSet<String> known = new TreeSet<>(golden.proxies());
        read.mesh().proxies().forEach(proxy -> known.add(proxy.id()));
        if (!asked.isEmpty()) {
            SortedSet<String> picked = new TreeSet<>();
            for (String name : asked) {
                String id = known.contains(name) ? name : name + "." + read.namespace();
                if (!known.contains(id)) {
                    throw new UsageException(
                            "no proxy '" + name + "', neither in " + golden.root() + " nor in the input");
                }
                picked.add(id);
            }
            return picked;
        }
        Optional<GoldenManifest> manifest = golden.manifest();
        if (manifest.isPresent() && manifest.get().proxies().isEmpty()) {
            return known;
        }
        // Files that don't say that they are all there is stand for themselves only.
        int without = known.size() - golden.proxies().size();
        if (manifest.isEmpty() && without > 0) {
            err.println("dsctl: " + golden.root() + ": " + (without == 1 ? "1 proxy" : without + " proxies")
                    + " of the input left out: no golden files");
        }
        SortedSet<String> picked = new TreeSet<>(golden.proxies());
        manifest.ifPresent(found -> picked.addAll(found.proxies()));
        return picked;
    }

    private Set<ResourceKind> kinds(Optional<GoldenManifest> manifest) {
        if (!reports.kinds().isEmpty()) {
            return reports.kinds();
        }
        Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
        manifest.ifPresent(
                found -> found.types().forEach(key -> ResourceKind.of(key).ifPresent(kinds::add)));
        return kinds.isEmpty() ? EnumSet.allOf(ResourceKind.class) : kinds;
    }

    private List<String> patterns(Optional<GoldenManifest> manifest) {
        Set<String> patterns = new LinkedHashSet<>();
        manifest.ifPresent(found -> patterns.addAll(found.ignore()));
        patterns.addAll(reports.ignores());
        return new ArrayList<>(patterns);
    }
}
