package dev.dsctl.cli;

import dev.dsctl.cli.design.DesignComparison;
import dev.dsctl.cli.design.DesignFormat;
import dev.dsctl.cli.design.EnvoyMemory;
import dev.dsctl.cli.design.ServiceShape;
import dev.dsctl.cli.envoy.EnvoyBinary;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.proxy.Proxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dsctl compare-designs}: what single stack and the two designs for dual stack take. */
@Command(
        name = "compare-designs",
        description = "Counts what sidecars get with a single stack, with resources of each family's own (Istio's first"
                + " design for dual stack) and with several addresses in each resource (the one that was released):"
                + " resources, their bytes, and, when there is an Envoy, the memory it allocates with them.",
        footer = {
            "",
            "Examples:",
            "  dsctl compare-designs -f manifests/",
            "  dsctl compare-designs -f manifests/ --proxy web-1.shop --istio-version 1.29 -o json",
            "  dsctl compare-designs --growth -o svg > growth.svg",
            "  dsctl compare-designs -f manifests/ --growth=50,500"
        })
final class CompareDesignsCommand implements Callable<Integer> {

    private static final int MOST_SERVICES = 20_000;

    private final InputStream in;

    @Mixin
    private InputOptions input;

    @Mixin
    private ProxyOptions proxies;

    @Option(
            names = "--growth",
            arity = "0..1",
            split = ",",
            paramLabel = "N",
            fallbackValue = "10,100,1000",
            description = "Compare for one sidecar and so many services (without numbers: ${FALLBACK-VALUE}) that look"
                    + " like those of the input, or, without -f, that have an HTTP and a TCP port, two addresses and two"
                    + " pods.")
    private List<Integer> growth;

    @Option(
            names = "--envoy",
            paramLabel = "PATH",
            description = "The Envoy to ask for its memory (default: the one on the PATH if there is one).")
    private Path envoy;

    @Option(names = "--no-memory", description = "Start no Envoy.")
    private boolean noMemory;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DesignFormat format;

    @Spec
    private CommandSpec spec;

    CompareDesignsCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        if (noMemory && envoy != null) {
            throw new UsageException("give one of --envoy and --no-memory");
        }
        Optional<EnvoyMemory> memory = noMemory
                ? Optional.empty()
                : EnvoyBinary.ifThere(Optional.ofNullable(envoy)).map(EnvoyMemory::new);
        format.print(
                growth == null ? ofProxies(memory) : ofGrowth(memory),
                spec.commandLine().getOut());
        return ExitCode.OK.code();
    }

    private DesignComparison ofProxies(Optional<EnvoyMemory> memory) {
        MeshInput read = MeshInput.read(options(), in, spec.commandLine().getErr());
        List<String> picked = proxies.pick(read.mesh(), read.namespace()).stream()
                .map(Proxy::id)
                .toList();
        return DesignComparison.ofProxies(read.manifests(), read.mesh().settings(), picked, memory);
    }

    /** Designs differ in whether dual stack is on: nothing needs to be assumed. */
    private InputOptions options() {
        return input.withVariable("ISTIO_DUAL_STACK", "true");
    }

    private DesignComparison ofGrowth(Optional<EnvoyMemory> memory) {
        if (!proxies.names().isEmpty()) {
            throw new UsageException("--growth has a sidecar of its own: leave out --proxy");
        }
        if (growth.stream().anyMatch(size -> size < 1 || size > MOST_SERVICES)) {
            throw new UsageException("--growth: from 1 to " + MOST_SERVICES + " services");
        }
        PrintWriter err = spec.commandLine().getErr();
        boolean given = input.hasManifests();
        MeshInput read = given
                ? MeshInput.read(options(), in, err)
                : MeshInput.readTexts(options(), List.of(new ManifestText("nothing", new byte[0])), err);
        List<ServiceShape> shapes = given ? ServiceShape.of(read.mesh()) : ServiceShape.BUILT_IN;
        if (shapes.isEmpty()) {
            throw new UsageException("--growth: there is no service in the input that others could look like");
        }
        return DesignComparison.ofGrowth(shapes, growth, read.mesh().settings(), memory);
    }
}
