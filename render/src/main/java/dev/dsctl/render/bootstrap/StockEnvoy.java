package dev.dsctl.render.bootstrap;

import static java.util.Map.entry;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.dsctl.render.envoy.TypeNames;
import io.envoyproxy.envoy.extensions.wasm.v3.PluginConfig;
import java.util.Map;
import java.util.Optional;

/** What an Envoy as its own project builds it doesn't have, and Istio's build of it does. Source: the extensions of istio/proxy. */
final class StockEnvoy {

    /** Message types of extensions, and what the extension is for. */
    private static final Map<String, String> LACKING = Map.ofEntries(
            entry("stats.PluginConfig", "Istio's metrics"),
            entry("envoy.tcp.metadataexchange.config.MetadataExchange", "tells peers which workload this is"),
            entry("io.istio.http.peer_metadata.Config", "tells peers which workload this is"),
            entry("istio.telemetry.metadatatopeernode.v1.Config", "tells peers which workload this is"),
            entry("istio.telemetry.baggagehandler.v1.Config", "tells peers which workload this is"),
            entry("istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig", "protocols inside Istio's mutual TLS"),
            entry("istio.envoy.config.filter.http.authn.v2alpha1.FilterConfig", "identities of callers for policies"),
            entry("io.istio.network.authn.Config", "identities of callers for policies"),
            entry("istio.set_internal_dst_address.v1.Config", "tunnels of ambient mode"),
            entry("istio.tls_passthrough.v1.CaptureTLS", "tunnels of ambient mode"),
            entry("istio.tls_passthrough.v1.RestoreTLS", "tunnels of ambient mode"),
            entry("istio.workload.BootstrapExtension", "which workload has an address"),
            entry("envoy.config.trace.v3.DynamicOtConfig", "tracing that Envoy has given up"),
            entry("envoy.config.trace.v3.LightstepConfig", "tracing that Envoy has given up"),
            entry("envoy.config.trace.v3.OpenCensusConfig", "tracing that Envoy has given up"));

    private static final String WASM_BUILT_IN = "envoy.wasm.runtime.null";

    private StockEnvoy() {}

    /** Why a stock Envoy can't run an extension, in a few words; empty when it can. */
    static Optional<String> lacks(Any config) {
        String type = innermostType(config);
        if (LACKING.containsKey(type)) {
            return Optional.of(LACKING.get(type));
        }
        if (type.startsWith("istio.") || type.startsWith("io.istio.")) {
            return Optional.of("Istio's own");
        }
        return type.endsWith(".wasm.v3.Wasm") ? builtIn(config) : Optional.empty();
    }

    /** WebAssembly plugins that are linked into the proxy are Istio's. */
    private static Optional<String> builtIn(Any config) {
        try {
            // The message of HTTP filters and that of network filters have the plugin in the same field.
            PluginConfig plugin = config.getTypeUrl().contains(".http.")
                    ? io.envoyproxy.envoy.extensions.filters.http.wasm.v3.Wasm.parseFrom(config.getValue())
                            .getConfig()
                    : io.envoyproxy.envoy.extensions.filters.network.wasm.v3.Wasm.parseFrom(config.getValue())
                            .getConfig();
            return plugin.getVmConfig().getRuntime().equals(WASM_BUILT_IN)
                    ? Optional.of("linked into Istio's proxy")
                    : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(config.getTypeUrl() + " isn't one", e);
        }
    }

    /** The type of a message, or of what is in it when it says the type and has the content as JSON. */
    static String innermostType(Any config) {
        String type = TypeNames.in(config.getTypeUrl());
        try {
            if (type.equals("udpa.type.v1.TypedStruct")) {
                return TypeNames.in(com.github.udpa.udpa.type.v1.TypedStruct.parseFrom(config.getValue())
                        .getTypeUrl());
            }
            if (type.equals("xds.type.v3.TypedStruct")) {
                return TypeNames.in(com.github.xds.type.v3.TypedStruct.parseFrom(config.getValue())
                        .getTypeUrl());
            }
            return type;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(config.getTypeUrl() + " isn't one", e);
        }
    }
}
