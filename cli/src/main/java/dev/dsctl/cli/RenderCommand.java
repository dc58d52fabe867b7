package dev.dsctl.cli;

import dev.dsctl.cli.input.BootstrapOptions;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.JobsOption;
import dev.dsctl.cli.input.KindConverter;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.cli.input.Shard;
import dev.dsctl.cli.input.ShardOption;
import dev.dsctl.cli.output.Progress;
import dev.dsctl.cli.output.RenderFormat;
import dev.dsctl.cli.output.SnapshotOutput;
import dev.dsctl.cli.output.TextOut;
import dev.dsctl.cli.table.SettingsJson;
import dev.dsctl.cli.table.SettingsTable;
import dev.dsctl.model.install.Setting;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Fleet;
import dev.dsctl.render.InOrder;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.bootstrap.StaticBootstrap;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.SnapshotFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dsctl render}: from manifests to what istiod sends the sidecars. */
@Command(
        name = "render",
        description = "Computes the Envoy configuration that istiod would send to sidecars, from manifests or a"
                + " cluster.",
        footer = {
            "",
            "Examples:",
            "  dsctl render -f manifests/ --proxy web-1.shop --type listeners",
            "  helm template chart | dsctl render -f - --istio-version 1.29 --out golden/",
            "  dsctl render -f manifests/ --proxy web-1.shop -o envoy --bind > envoy.json && envoy -c envoy.json"
        })
final class RenderCommand implements Callable<Integer> {

    private static final int INDENT = 2;

    private final InputStream in;

    @Mixin
    private InputOptions input;

    @Mixin
    private ProxyOptions proxies;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private ShardOption shard;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: json; of --explain-settings short).")
    private Optional<RenderFormat> output = Optional.empty();

    @Mixin
    private BootstrapOptions bootstrap;

    @Option(
            names = "--type",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only these: listeners, clusters, routes, endpoints. One alone prints the bare array.")
    private Set<ResourceKind> kinds = EnumSet.allOf(ResourceKind.class);

    @Option(names = "--out", paramLabel = "DIR", description = "Write DIR/NAMESPACE/POD/KIND.json instead of printing.")
    private Path folder;

    @Option(
            names = "--explain-settings",
            description =
                    "Print each setting of Istio and of the cluster, its value and where it comes from, instead of"
                            + " rendering.")
    private boolean explain;

    @Spec
    private CommandSpec spec;

    RenderCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        if (explain) {
            explain();
            return ExitCode.OK.code();
        }
        RenderFormat format = output.orElse(RenderFormat.JSON);
        MeshInput read = MeshInput.read(input, in, spec.commandLine().getErr());
        Mesh mesh = read.mesh();
        List<Proxy> picked = proxies.pick(mesh, read.namespace());
        if (folder != null) {
            write(mesh, picked);
        } else if (format == RenderFormat.ENVOY) {
            bootstrap(mesh, picked);
        } else {
            new SnapshotOutput(mesh, kinds, spec.commandLine().getOut(), jobs.jobs())
                    .print(format.ofSnapshots(), picked);
        }
        return ExitCode.OK.code();
    }

    private void checkOptions() {
        boolean envoy = output.equals(Optional.of(RenderFormat.ENVOY));
        if (envoy && folder != null) {
            throw new UsageException("-o envoy prints a bootstrap, and --out writes resources: choose one");
        }
        if (envoy && kinds.size() < ResourceKind.values().length) {
            throw new UsageException("a bootstrap has all kinds of resources: leave out --type");
        }
        if (folder == null && shard.isGiven()) {
            throw new UsageException("a shard's proxies go to files: add --out DIR");
        }
        if (!envoy && bootstrap.isGiven()) {
            throw new UsageException("--bind and --tls-dir are about a bootstrap: add -o envoy");
        }
    }

    private void explain() throws IOException {
        RenderFormat format = output.orElse(RenderFormat.SHORT);
        if (format != RenderFormat.SHORT && format != RenderFormat.JSON) {
            throw new UsageException("--explain-settings prints a table (-o short) or -o json, not -o " + format);
        }
        List<Setting> settings =
                MeshInput.settings(input, in, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (format == RenderFormat.JSON) {
            SettingsJson.print(settings, out);
        } else {
            SettingsTable.print(settings, out);
        }
    }

    private void bootstrap(Mesh mesh, List<Proxy> picked) throws IOException {
        if (picked.size() > 1) {
            throw new UsageException(
                    "a bootstrap is of one proxy: say which with --proxy; there " + ProxyOptions.existing(picked));
        }
        ProxyView view = ProxyView.of(mesh, picked.get(0));
        StaticBootstrap made = StaticBootstrap.of(view, Renderer.render(view), bootstrap.settings());
        made.changes().forEach(change -> spec.commandLine().getErr().println("dsctl: " + change));
        JsonWriter json = new JsonWriter(TextOut.bytes(spec.commandLine().getOut()), INDENT);
        new ProtoJson().write(made.message(), json);
        json.finish();
    }

    private Proxy write(Fleet fleet, Proxy proxy, SnapshotFolder files) throws IOException {
        files.add(proxy.namespace(), proxy.name(), fleet.render(proxy), kinds);
        return proxy;
    }

    private void write(Mesh mesh, List<Proxy> picked) throws IOException {
        try (SnapshotFolder files = new SnapshotFolder(folder, new ProtoJson())) {
            Shard asked = shard.shard();
            List<Proxy> part =
                    picked.stream().filter(proxy -> asked.holds(proxy.id())).toList();
            Progress progress = Progress.on(spec.commandLine().getErr());
            AtomicInteger done = new AtomicInteger();
            Fleet fleet = new Fleet(mesh);
            InOrder.each(
                    fleet.together(part),
                    jobs.jobs(),
                    proxy -> write(fleet, proxy, files),
                    proxy -> progress.step("rendering proxies", done.incrementAndGet(), part.size()));
            progress.done();
            files.commit();
        }
    }
}
