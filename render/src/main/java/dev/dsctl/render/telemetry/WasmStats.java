package dev.dsctl.render.telemetry;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import com.google.protobuf.util.JsonFormat;
import dev.dsctl.istio.stats.PluginConfig;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.AsyncDataSource;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.filters.http.wasm.v3.Wasm;
import io.envoyproxy.envoy.extensions.wasm.v3.VmConfig;

/**
 * The filter that reports metrics, as WebAssembly that is built into the proxy; it reads its settings as text. Source: {@code
 * buildHTTPTelemetryFilter} and {@code buildTCPTelemetryFilter}, pilot/pkg/model/telemetry.go.
 */
final class WasmStats {

    private WasmStats() {}

    static Any http(PluginConfig config, Direction direction) {
        return Envoy.any(Wasm.newBuilder()
                .setConfig(plugin(config, direction, root(direction)))
                .build());
    }

    static Any tcp(PluginConfig config, Direction direction) {
        return Envoy.any(io.envoyproxy.envoy.extensions.filters.network.wasm.v3.Wasm.newBuilder()
                .setConfig(plugin(config, direction, "tcp_" + root(direction)))
                .build());
    }

    private static String root(Direction direction) {
        return switch (direction) {
            case INBOUND -> "stats_inbound";
            case OUTBOUND -> "stats_outbound";
        };
    }

    private static io.envoyproxy.envoy.extensions.wasm.v3.PluginConfig plugin(
            PluginConfig config, Direction direction, String vm) {
        return io.envoyproxy.envoy.extensions.wasm.v3.PluginConfig.newBuilder()
                .setRootId(root(direction))
                .setVmConfig(VmConfig.newBuilder()
                        .setVmId(vm)
                        .setRuntime("envoy.wasm.runtime.null")
                        .setCode(AsyncDataSource.newBuilder()
                                .setLocal(DataSource.newBuilder().setInlineString("envoy.wasm.stats"))))
                .setConfiguration(Envoy.any(StringValue.of(text(config))))
                .build();
    }

    private static String text(PluginConfig config) {
        try {
            return JsonFormat.printer()
                    .preservingProtoFieldNames()
                    .omittingInsignificantWhitespace()
                    .print(config);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
