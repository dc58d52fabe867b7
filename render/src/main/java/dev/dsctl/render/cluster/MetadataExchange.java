package dev.dsctl.render.cluster;

import com.github.udpa.udpa.type.v1.TypedStruct;
import com.google.protobuf.Struct;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.Filter;
import java.util.List;

/** The filter by which two proxies tell each other who they are. Source: {@code TCPClusterMx}, pilot/pkg/xds/filters/filters.go. */
final class MetadataExchange {

    private static final String NAME = "istio.metadata_exchange";
    private static final String PROTOCOL = "istio-peer-exchange";

    private static final Filter TYPED = Filter.newBuilder()
            .setName(NAME)
            .setTypedConfig(Envoy.any(dev.dsctl.istio.metadataexchange.MetadataExchange.newBuilder()
                    .setProtocol(PROTOCOL)
                    .build()))
            .build();

    private static final Filter STRUCT = Filter.newBuilder()
            .setName(NAME)
            .setTypedConfig(Envoy.any(TypedStruct.newBuilder()
                    .setTypeUrl("type.googleapis.com/envoy.tcp.metadataexchange.config.MetadataExchange")
                    .setValue(Struct.newBuilder()
                            .putFields("enable_discovery", Values.bool(true))
                            .putFields("protocol", Values.text(PROTOCOL)))
                    .build()))
            .build();

    private MetadataExchange() {}

    /** The filter, none with {@code PILOT_ENABLE_METADATA_EXCHANGE=false}. */
    static List<Filter> filters(ClusterScope scope) {
        if (!isOn(scope)) {
            return List.of();
        }
        return switch (scope.choice(ClusterChoices.ExchangeFilter.class)) {
            case TYPED -> List.of(TYPED);
            case STRUCT_WITH_DISCOVERY -> List.of(STRUCT);
        };
    }

    /** Whether TLS connections offer the exchange as a protocol. */
    static boolean isOffered(ClusterScope scope) {
        return isOn(scope) && !scope.env().flag("PILOT_DISABLE_MX_ALPN", false);
    }

    private static boolean isOn(ClusterScope scope) {
        return scope.env().flag("PILOT_ENABLE_METADATA_EXCHANGE", true);
    }
}
