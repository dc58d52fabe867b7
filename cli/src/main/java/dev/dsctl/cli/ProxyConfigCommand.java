package dev.dsctl.cli;

import dev.dsctl.cli.input.FilterOptions;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.ProxyKind;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.cli.live.RunningProxy;
import dev.dsctl.cli.output.OutputFormat;
import dev.dsctl.cli.output.ProxyConfigPrinter;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.ConfigDump;
import dev.dsctl.render.json.ProtoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dsctl proxy-config}: istioctl's tables of what a proxy gets. */
@Command(
        name = "proxy-config",
        aliases = "pc",
        description =
                "Shows what a proxy gets, in istioctl's tables: computed from a cluster or from manifests, or read from a"
                        + " config dump.",
        footer = {
            "",
            "Examples:",
            "  dsctl proxy-config listeners web-1 -n shop --port 9000",
            "  dsctl pc endpoints web-1.shop -f manifests/ --istio-version 1.24",
            "  dsctl pc clusters web-1.shop --actual",
            "  dsctl pc all --file dump.json"
        })
final class ProxyConfigCommand implements Callable<Integer> {

    private final InputStream in;
    private final ProtoJson json = new ProtoJson();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = ProxyKind.Converter.class,
            description = "listeners, clusters, routes, endpoints or all; istioctl's short names too.")
    private ProxyKind kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "POD[.NAMESPACE]", description = "A pod with a sidecar.")
    private String pod;

    @Mixin
    private InputOptions input;

    @Option(
            names = "--file",
            paramLabel = "DUMP",
            description = "Show a config dump of Envoy or istioctl, - for standard input, instead of computing.")
    private String dump;

    @Option(names = "--actual", description = "Show what the running proxy has, from its admin interface.")
    private boolean actual;

    @Option(
            names = "--proxy-admin-port",
            paramLabel = "PORT",
            defaultValue = "15000",
            description = "With --actual: the port of Envoy's admin interface (default: ${DEFAULT-VALUE}).")
    private int adminPort;

    @Mixin
    private FilterOptions filters;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "short",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(
            names = "--verbose",
            arity = "0..1",
            paramLabel = "BOOL",
            defaultValue = "true",
            fallbackValue = "true",
            description = "A row for each filter chain or route (default: ${DEFAULT-VALUE}).")
    private boolean verbose;

    @Option(names = "--with-headers", description = "With all: a heading above each table.")
    private boolean headings;

    @Spec
    private CommandSpec spec;

    ProxyConfigCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        ProxyConfigPrinter printer =
                new ProxyConfigPrinter(kind, filters.filters(kind.resources()), verbose, headings, json);
        printer.print(config(), format, spec.commandLine().getOut());
        return ExitCode.OK.code();
    }

    private ConfigDump config() throws IOException {
        if (actual) {
            return running();
        }
        if (dump == null) {
            return computed();
        }
        if (pod != null || input.hasManifests()) {
            throw new UsageException("--file shows what the dump has; give it without a pod and without -f");
        }
        try (Reader reader = open(dump)) {
            return ConfigDump.read(reader, dump.equals("-") ? "<stdin>" : dump, json, kind.resources());
        }
    }

    private Reader open(String name) throws IOException {
        if (name.equals("-")) {
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("can't read the dump " + name);
        }
        return Files.newBufferedReader(file);
    }

    private ConfigDump running() {
        if (pod == null || dump != null || input.hasManifests()) {
            throw new UsageException("--actual asks a pod of a cluster; name the pod, and give neither -f nor --file");
        }
        RunningProxy.Page page = kind == ProxyKind.ENDPOINTS ? RunningProxy.Page.HOSTS : RunningProxy.Page.CONFIG;
        return RunningProxy.read(input.live(), pod, input.namespace(), adminPort, page);
    }

    private ConfigDump computed() {
        MeshInput read = MeshInput.read(input, in, spec.commandLine().getErr());
        List<Proxy> picked = ProxyOptions.pick(read.mesh(), pod == null ? List.of() : List.of(pod), read.namespace());
        if (picked.size() != 1) {
            throw new UsageException("which pod? There are " + picked.size() + " with a sidecar; name one");
        }
        return new ConfigDump(
                Renderer.render(ProxyView.of(read.mesh(), picked.get(0))),
                EnumSet.allOf(ResourceKind.class),
                List.of());
    }
}
