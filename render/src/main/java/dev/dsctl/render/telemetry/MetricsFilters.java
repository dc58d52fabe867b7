package dev.dsctl.render.telemetry;

import com.google.protobuf.Any;
import dev.dsctl.istio.stats.PluginConfig;
import dev.dsctl.model.profile.ListenerChoices.DefaultMetrics;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;
import java.util.Optional;

/**
 * The filters that report metrics. Source: {@code telemetryFilters}, pilot/pkg/model/telemetry.go.
 *
 * @param inbound those for what arrives
 * @param outbound those for what is sent
 */
public record MetricsFilters(Side inbound, Side outbound) {

    private static final String NAME = "istio.stats";

    /**
     * The filters of one direction.
     *
     * @param http for HTTP connection managers
     * @param tcp for TCP chains
     */
    record Side(List<HttpFilter> http, List<Filter> tcp) {

        private static final Side NONE = new Side(List.of(), List.of());

        private static Side of(PluginConfig config) {
            Any any = Envoy.any(config);
            return new Side(
                    List.of(HttpFilter.newBuilder()
                            .setName(NAME)
                            .setTypedConfig(any)
                            .build()),
                    List.of(Filter.newBuilder()
                            .setName(NAME)
                            .setTypedConfig(any)
                            .build()));
        }
    }

    /** Those of a proxy. */
    public static MetricsFilters of(ProxyView view) {
        if (!reports(view)) {
            return new MetricsFilters(Side.NONE, Side.NONE);
        }
        return new MetricsFilters(
                Side.of(PluginConfig.newBuilder()
                        .setDisableHostHeaderFallback(true)
                        .build()),
                Side.of(PluginConfig.getDefaultInstance()));
    }

    private static boolean reports(ProxyView view) {
        Optional<List<String>> providers = view.mesh().config().listeners().metricsProviders();
        if (providers.isPresent()) {
            return providers.get().contains("prometheus");
        }
        return switch (view.profile().choice(DefaultMetrics.class)) {
            case NONE -> false;
            case PROMETHEUS -> true;
        };
    }

    /** For HTTP connection managers. */
    public List<HttpFilter> http(Direction direction) {
        return side(direction).http();
    }

    /** For TCP chains. */
    public List<Filter> tcp(Direction direction) {
        return side(direction).tcp();
    }

    private Side side(Direction direction) {
        return switch (direction) {
            case INBOUND -> inbound;
            case OUTBOUND -> outbound;
        };
    }
}
