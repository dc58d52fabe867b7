package dev.dsctl.render.telemetry;

import com.google.protobuf.Any;
import dev.dsctl.istio.stats.PluginConfig;
import dev.dsctl.model.profile.TelemetryChoices.StatsFilter;
import dev.dsctl.model.provider.ExtensionProvider;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.telemetry.MergedMetrics;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

        private Side and(Any httpConfig, Any tcpConfig) {
            List<HttpFilter> allHttp = new ArrayList<>(http);
            allHttp.add(HttpFilter.newBuilder()
                    .setName(NAME)
                    .setTypedConfig(httpConfig)
                    .build());
            List<Filter> allTcp = new ArrayList<>(tcp);
            allTcp.add(
                    Filter.newBuilder().setName(NAME).setTypedConfig(tcpConfig).build());
            return new Side(allHttp, allTcp);
        }
    }

    /** Those of a proxy. */
    public static MetricsFilters of(ProxyView view) {
        Reporting reporting = Reporting.of(view);
        StatsFilter form = view.profile().choice(StatsFilter.class);
        return new MetricsFilters(side(reporting, form, Direction.INBOUND), side(reporting, form, Direction.OUTBOUND));
    }

    private static Side side(Reporting reporting, StatsFilter form, Direction direction) {
        Side side = Side.NONE;
        for (Map.Entry<String, MergedMetrics> provider : reporting.metrics().entrySet()) {
            boolean prometheus = reporting
                    .provider(provider.getKey())
                    .filter(known -> known instanceof ExtensionProvider.Other other
                            && other.kind().equals("prometheus"))
                    .isPresent();
            if (prometheus && !provider.getValue().isOff(Reporting.side(direction))) {
                PluginConfig config = StatsConfig.of(provider.getValue(), direction);
                side = switch (form) {
                    case NATIVE -> side.and(Envoy.any(config), Envoy.any(config));
                    case WASM -> side.and(WasmStats.http(config, direction), WasmStats.tcp(config, direction));
                };
            }
        }
        return side;
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
