package dev.dsctl.cli.design;

import com.google.protobuf.BoolValue;
import dev.dsctl.cli.envoy.EnvoyBinary;
import dev.dsctl.cli.envoy.EnvoyServer;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.bootstrap.BootstrapSettings;
import dev.dsctl.render.bootstrap.StaticBootstrap;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Starts an Envoy on configuration and asks it how much memory it has allocated. */
public record EnvoyMemory(EnvoyBinary envoy) {

    /** The bytes that an Envoy with one worker allocates for what a proxy is sent, and for itself. */
    long allocated(ProxyView view, XdsSnapshot snapshot) {
        try {
            int port = EnvoyServer.freePort();
            BootstrapSettings settings =
                    new BootstrapSettings(Optional.empty(), BootstrapSettings.Binding.REDIRECTED, port);
            Bootstrap bootstrap =
                    withoutSockets(StaticBootstrap.of(view, snapshot, settings).message());
            try (EnvoyServer server = EnvoyServer.start(envoy, bootstrap, port)) {
                return server.allocatedBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ports that are in use here, or are somebody's privilege, must not matter. */
    private static Bootstrap withoutSockets(Bootstrap bootstrap) {
        Bootstrap.Builder quiet = bootstrap.toBuilder();
        for (Listener.Builder listener : quiet.getStaticResourcesBuilder().getListenersBuilderList()) {
            listener.setBindToPort(BoolValue.of(false));
        }
        return quiet.build();
    }
}
