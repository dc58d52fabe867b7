package dev.dsctl.cli.input;

import dev.dsctl.render.bootstrap.BootstrapSettings;
import dev.dsctl.render.bootstrap.BootstrapSettings.Binding;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of what an Envoy starts from. */
public final class BootstrapOptions {

    @Option(
            names = "--bind",
            description = "Of a bootstrap: outbound listeners bind the addresses of their services, for use without"
                    + " iptables.")
    private boolean bind;

    @Option(
            names = "--tls-dir",
            paramLabel = "DIR",
            description =
                    "Of a bootstrap: keep mutual TLS, with cert-chain.pem, key.pem and root-cert.pem in this folder"
                            + " (default: plain text).")
    private Path certificates;

    /** Whether any of them is used. */
    public boolean isGiven() {
        return bind || certificates != null;
    }

    /** What they say. */
    public BootstrapSettings settings() {
        return new BootstrapSettings(
                Optional.ofNullable(certificates).map(Path::toString),
                bind ? Binding.ADDRESSES : Binding.REDIRECTED,
                BootstrapSettings.ADMIN_PORT);
    }
}
