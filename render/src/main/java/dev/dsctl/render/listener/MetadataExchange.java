package dev.dsctl.render.listener;

import com.github.udpa.udpa.type.v1.TypedStruct;
import com.google.protobuf.Any;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.ClusterChoices.ExchangeFilter;
import dev.dsctl.model.profile.ListenerChoices.HttpMetadataExchange;
import dev.dsctl.model.profile.ListenerChoices.MetadataLabels;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.AsyncDataSource;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.filters.http.wasm.v3.Wasm;
import io.envoyproxy.envoy.extensions.wasm.v3.PluginConfig;
import io.envoyproxy.envoy.extensions.wasm.v3.VmConfig;
import java.util.List;
import java.util.stream.Stream;

/** The filters by which sidecars tell each other who they are. Source: pilot/pkg/xds/filters/filters.go. */
final class MetadataExchange {

    static final String NAME = "istio.metadata_exchange";

    private static final String TCP_TYPE = "type.googleapis.com/envoy.tcp.metadataexchange.config.MetadataExchange";
    private static final String HTTP_TYPE = "type.googleapis.com/io.istio.http.peer_metadata.Config";
    private static final String PROTOCOL = "istio-peer-exchange";
    private static final Value EMPTY =
            Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build();

    private MetadataExchange() {}

    /** What a TCP chain gets. */
    static Any tcp(ProxyView view) {
        return switch (view.profile().choice(ExchangeFilter.class)) {
            case TYPED ->
                Envoy.any(dev.dsctl.istio.metadataexchange.MetadataExchange.newBuilder()
                        .setProtocol(PROTOCOL)
                        .build());
            case STRUCT_WITH_DISCOVERY ->
                typedStruct(
                        TCP_TYPE,
                        withLabels(
                                view,
                                Struct.newBuilder()
                                        .putFields(
                                                "protocol",
                                                Value.newBuilder()
                                                        .setStringValue(PROTOCOL)
                                                        .build())
                                        .putFields(
                                                "enable_discovery",
                                                Value.newBuilder()
                                                        .setBoolValue(true)
                                                        .build())));
        };
    }

    /** What an HTTP connection manager gets. */
    static Any http(ProxyView view, Direction direction, Propagation propagation) {
        return switch (view.profile().choice(HttpMetadataExchange.class)) {
            case WASM -> wasm();
            case NATIVE_UNLESS_REFUSED ->
                view.mesh().env().flag("NATIVE_METADATA_EXCHANGE", true)
                        ? peerMetadata(view, direction, propagation)
                        : wasm();
            case NATIVE -> peerMetadata(view, direction, propagation);
        };
    }

    private static Any peerMetadata(ProxyView view, Direction direction, Propagation propagation) {
        String side = direction == Direction.INBOUND ? "downstream" : "upstream";
        Struct.Builder config = Struct.newBuilder()
                .putFields(
                        side + "_discovery", list(method("istio_headers", EMPTY), method("workload_discovery", EMPTY)))
                .putFields(side + "_propagation", list(method("istio_headers", propagation.value)));
        return typedStruct(HTTP_TYPE, withLabels(view, config));
    }

    /** To whom a proxy tells who it is in HTTP headers. */
    enum Propagation {
        EVERYONE(EMPTY),
        MESH_ONLY(method(
                "skip_external_clusters", Value.newBuilder().setBoolValue(true).build()));

        private final Value value;

        Propagation(Value value) {
            this.value = value;
        }
    }

    private static Any wasm() {
        PluginConfig.Builder plugin = PluginConfig.newBuilder()
                .setVmConfig(VmConfig.newBuilder()
                        .setRuntime("envoy.wasm.runtime.null")
                        .setCode(AsyncDataSource.newBuilder()
                                .setLocal(DataSource.newBuilder().setInlineString("envoy.wasm.metadata_exchange"))))
                .setConfiguration(Envoy.any(dev.dsctl.istio.metadataexchange.MetadataExchange.getDefaultInstance()));
        return Envoy.any(Wasm.newBuilder().setConfig(plugin).build());
    }

    private static Struct withLabels(ProxyView view, Struct.Builder config) {
        PilotEnv env = view.mesh().env();
        String labels = env.variables().getOrDefault("PILOT_MX_ADDITIONAL_LABELS", "");
        if (!labels.isEmpty() && view.profile().has(MetadataLabels.CONFIGURABLE)) {
            config.putFields(
                    "additional_labels",
                    list(Stream.of(labels.split(",", -1))
                            .sorted()
                            .distinct()
                            .map(label ->
                                    Value.newBuilder().setStringValue(label).build())
                            .toArray(Value[]::new)));
        }
        return config.build();
    }

    private static Value method(String name, Value config) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putFields(name, config))
                .build();
    }

    private static Value list(Value... values) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(List.of(values)))
                .build();
    }

    private static Any typedStruct(String type, Struct value) {
        return Envoy.any(
                TypedStruct.newBuilder().setTypeUrl(type).setValue(value).build());
    }
}
