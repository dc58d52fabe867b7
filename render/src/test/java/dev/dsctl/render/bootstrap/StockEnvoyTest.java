package dev.dsctl.render.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.wasm.v3.PluginConfig;
import io.envoyproxy.envoy.extensions.wasm.v3.VmConfig;
import org.junit.jupiter.api.Test;

class StockEnvoyTest {

    @Test
    void looksIntoMessagesThatSayTheirTypeThemselves() {
        String own = "type.googleapis.com/io.istio.http.peer_metadata.Config";
        assertThat(lacks(com.github.udpa.udpa.type.v1.TypedStruct.newBuilder()
                        .setTypeUrl(own)
                        .build()))
                .isTrue();
        assertThat(lacks(com.github.xds.type.v3.TypedStruct.newBuilder()
                        .setTypeUrl(own)
                        .build()))
                .isTrue();
        assertThat(lacks(com.github.udpa.udpa.type.v1.TypedStruct.newBuilder()
                        .setTypeUrl("type.googleapis.com/envoy.extensions.filters.http.router.v3.Router")
                        .build()))
                .isFalse();
        assertThat(lacks(Router.getDefaultInstance())).isFalse();
    }

    @Test
    void knowsWhatIsIstiosByItsName() {
        assertThat(StockEnvoy.lacks(Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/istio.something.new.v1.Config")
                        .build()))
                .isPresent();
    }

    @Test
    void runsPluginsThatAreNotLinkedIn() {
        assertThat(lacks(http("envoy.wasm.runtime.null"))).isTrue();
        assertThat(lacks(http("envoy.wasm.runtime.v8"))).isFalse();
        assertThat(lacks(io.envoyproxy.envoy.extensions.filters.network.wasm.v3.Wasm.newBuilder()
                        .setConfig(plugin("envoy.wasm.runtime.null"))
                        .build()))
                .isTrue();
    }

    private static Message http(String runtime) {
        return io.envoyproxy.envoy.extensions.filters.http.wasm.v3.Wasm.newBuilder()
                .setConfig(plugin(runtime))
                .build();
    }

    private static PluginConfig plugin(String runtime) {
        return PluginConfig.newBuilder()
                .setVmConfig(VmConfig.newBuilder().setRuntime(runtime))
                .build();
    }

    private static boolean lacks(Message config) {
        return StockEnvoy.lacks(Any.pack(config)).isPresent();
    }
}
