package dev.dsctl.cli.compare;

import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.cli.input.SecondInput;
import dev.dsctl.golden.diff.Ignores;
import dev.dsctl.golden.diff.RenderedSide;
import dev.dsctl.golden.diff.Side;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.report.ManifestOrigins;
import dev.dsctl.golden.report.Origins;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.ConfigDump;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two sides that aren't golden files. */
public final class DiffSides {

    private final ReportOptions reports;
    private final List<String> names;
    private final InputStream in;
    private final PrintWriter err;

    /**
     * For one run.
     *
     * @param reports what to compare
     * @param names of proxies; none for all
     * @param in standard input
     * @param err where what was assumed is said
     */
    public DiffSides(ReportOptions reports, List<String> names, InputStream in, PrintWriter err) {
        this.reports = reports;
        this.names = names;
        this.in = in;
        this.err = err;
    }

    /** What the same manifests, or others, give with other settings. */
    public Comparison withSecond(InputOptions first, SecondInput second) throws IOException {
        // Both sides may read standard input, and mostly have the same to say.
        byte[] stdin = first.readsStdin() ? in.readAllBytes() : new byte[0];
        InputOptions options = second.over(first);
        Set<String> said = new LinkedHashSet<>();
        MeshInput before = read(first, stdin, said);
        MeshInput after = read(options, stdin, said);
        said.forEach(err::println);
        List<Proxy> old = ProxyOptions.among(before.mesh(), names, before.namespace());
        List<Proxy> now = ProxyOptions.among(after.mesh(), names, after.namespace());
        if (old.isEmpty() && now.isEmpty()) {
            ProxyOptions.pick(after.mesh(), names, after.namespace());
        }
        return compared(
                new RenderedSide(second.label(before, first), before.mesh(), old),
                new RenderedSide(second.label(after, options), after.mesh(), now),
                ManifestOrigins.of(new ManifestOrigins(before.mesh()), new ManifestOrigins(after.mesh())));
    }

    private static MeshInput read(InputOptions options, byte[] stdin, Set<String> said) {
        StringWriter text = new StringWriter();
        try {
            return MeshInput.read(options, new ByteArrayInputStream(stdin), new PrintWriter(text));
        } finally {
            text.toString().lines().forEach(said::add);
        }
    }

    /**
     * What a proxy has against what it should have.
     *
     * @param actual {@code actual} for the proxy itself, else a file with its config dump
     */
    public Comparison withActual(InputOptions input, String actual, RunningProxies running) throws IOException {
        MeshInput read = MeshInput.read(input, in, err);
        List<Proxy> picked = ProxyOptions.pick(read.mesh(), names, read.namespace());
        if (picked.size() != 1) {
            throw new UsageException(
                    "which pod? There are " + picked.size() + " with a sidecar; name one with --proxy");
        }
        String proxy = picked.get(0).id();
        Dumps dumps = new Dumps(in);
        ConfigDump dump = actual.equals("actual") ? running.dump(proxy) : dumps.read(actual);
        noteMissing(actual, dump);
        return compared(
                dumps.side(actual.equals("actual") ? proxy : actual, proxy, dump.sent()),
                new RenderedSide(input.label(), read.mesh(), picked),
                new ManifestOrigins(read.mesh()));
    }

    private void noteMissing(String name, ConfigDump dump) {
        Set<ResourceKind> missing = EnumSet.complementOf(EnumSet.copyOf(dump.kinds()));
        if (!missing.isEmpty()) {
            List<String> keys = missing.stream().map(ResourceKind::key).toList();
            err.println("dsctl: " + name + " has no " + String.join(" and no ", keys) + "; not compared");
        }
    }

    /** Two files: dumps, golden folders, or one of each. */
    public Comparison ofFiles(String before, String after) throws IOException {
        Dumps dumps = new Dumps(in);
        String proxy = names.size() == 1 ? names.get(0) : "proxy";
        Side old = dumps.side(before, proxy);
        Side now = dumps.side(after, old.proxies().size() == 1 ? old.proxies().first() : proxy);
        if (old.proxies().size() == 1
                && now.proxies().size() == 1
                && !old.proxies().equals(now.proxies())) {
            // The side that is a golden folder knows the proxy's name.
            old = dumps.side(before, now.proxies().first());
        }
        return compared(old, now, Origins.UNKNOWN);
    }

    private Comparison compared(Side before, Side after, Origins origins) throws IOException {
        Set<ResourceKind> kinds = reports.kinds().isEmpty() ? EnumSet.allOf(ResourceKind.class) : reports.kinds();
        Ignores ignores = ReportOptions.ignores(reports.ignores());
        return new Comparison(SnapshotDiff.between(before, after, kinds, ignores), origins, Optional.empty());
    }
}
