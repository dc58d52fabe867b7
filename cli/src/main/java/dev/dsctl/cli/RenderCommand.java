package dev.dsctl.cli;

import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.KindConverter;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.cli.output.OutputFormat;
import dev.dsctl.cli.output.SnapshotOutput;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.SnapshotFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
            "  helm template chart | dsctl render -f - --istio-version 1.29 --out golden/"
        })
final class RenderCommand implements Callable<Integer> {

    private final InputStream in;

    @Mixin
    private InputOptions input;

    @Mixin
    private ProxyOptions proxies;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(
            names = "--type",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only these: listeners, clusters, routes, endpoints. One alone prints the bare array.")
    private Set<ResourceKind> kinds = EnumSet.allOf(ResourceKind.class);

    @Option(names = "--out", paramLabel = "DIR", description = "Write DIR/NAMESPACE/POD/KIND.json instead of printing.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    RenderCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        MeshInput read = MeshInput.read(input, in, spec.commandLine().getErr());
        Mesh mesh = read.mesh();
        List<Proxy> picked = proxies.pick(mesh, read.namespace());
        if (folder != null) {
            write(mesh, picked);
        } else {
            new SnapshotOutput(mesh, kinds, spec.commandLine().getOut()).print(format, picked);
        }
        return ExitCode.OK.code();
    }

    private void write(Mesh mesh, List<Proxy> picked) throws IOException {
        try (SnapshotFolder files = new SnapshotFolder(folder, new ProtoJson())) {
            for (Proxy proxy : picked) {
                files.add(proxy.namespace(), proxy.name(), Renderer.render(ProxyView.of(mesh, proxy)), kinds);
            }
            files.commit();
        }
    }
}
