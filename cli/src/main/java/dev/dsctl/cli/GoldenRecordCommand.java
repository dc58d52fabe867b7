package dev.dsctl.cli;

import dev.dsctl.cli.compare.GoldenCheck;
import dev.dsctl.cli.compare.ReportOptions;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.JobsOption;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.cli.input.TypeOption;
import dev.dsctl.golden.folder.GoldenManifest;
import dev.dsctl.golden.folder.GoldenRecorder;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.Fleet;
import dev.dsctl.render.InOrder;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.ProtoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dsctl golden record}. */
@Command(
        name = "record",
        description =
                "Writes what istiod would send the sidecars to DIR/NAMESPACE/POD/KIND.json, all or nothing. What is given"
                        + " here is kept in DIR/golden.yaml and holds for the next record and verify, too.",
        footer = {"", "Example:", "  dsctl golden record -f manifests/ --golden golden/ --istio-version 1.29"})
final class GoldenRecordCommand implements Callable<Integer> {

    private final InputStream in;

    @Mixin
    private InputOptions input;

    @Option(names = "--golden", paramLabel = "DIR", required = true, description = "The folder of golden files.")
    private Path golden;

    @Mixin
    private ProxyOptions proxies;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private TypeOption type;

    @Option(
            names = "--ignore",
            paramLabel = "PATTERN",
            description = "What verify shall leave out, such as 'clusters[*].circuitBreakers'. Repeatable.")
    private List<String> ignores = List.of();

    @Spec
    private CommandSpec spec;

    GoldenRecordCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        ReportOptions.ignores(ignores);
        PrintWriter err = spec.commandLine().getErr();
        try (GoldenRecorder recorder = GoldenRecorder.into(golden, new ProtoJson())) {
            Optional<GoldenManifest> previous = recorder.previous();
            InputOptions options = previous.map(found -> input.over(GoldenCheck.settings(golden, found)))
                    .orElse(input);
            MeshInput read = MeshInput.read(options, in, err);
            List<String> names = proxies.names().isEmpty()
                    ? previous.map(GoldenManifest::proxies).orElse(List.of())
                    : proxies.names();
            List<Proxy> picked = ProxyOptions.pick(read.mesh(), names, read.namespace());
            Set<ResourceKind> types = types(previous);
            Fleet fleet = new Fleet(read.mesh());
            InOrder.each(
                    fleet.together(picked), jobs.jobs(), proxy -> record(fleet, proxy, types, recorder), proxy -> {});
            GoldenManifest manifest = new GoldenManifest(
                    VersionLine.version(),
                    GoldenCheck.settings(read.mesh(), options),
                    names.isEmpty() ? List.of() : picked.stream().map(Proxy::id).toList(),
                    types.size() == ResourceKind.values().length
                            ? List.of()
                            : types.stream().map(ResourceKind::key).toList(),
                    patterns(previous));
            err.println("dsctl: " + recorder.commit(manifest).summary());
        }
        return ExitCode.OK.code();
    }

    private static Proxy record(Fleet fleet, Proxy proxy, Set<ResourceKind> types, GoldenRecorder recorder)
            throws IOException {
        recorder.add(proxy.namespace(), proxy.name(), fleet.render(proxy), types);
        return proxy;
    }

    private Set<ResourceKind> types(Optional<GoldenManifest> previous) {
        Set<ResourceKind> types = EnumSet.noneOf(ResourceKind.class);
        types.addAll(type.kinds());
        if (types.isEmpty()) {
            previous.ifPresent(
                    found -> found.types().forEach(key -> ResourceKind.of(key).ifPresent(types::add)));
        }
        return types.isEmpty() ? EnumSet.allOf(ResourceKind.class) : types;
    }

    private List<String> patterns(Optional<GoldenManifest> previous) {
        Set<String> patterns = new LinkedHashSet<>();
        previous.ifPresent(found -> patterns.addAll(found.ignore()));
        patterns.addAll(ignores);
        return List.copyOf(patterns);
    }
}
