package dev.dsctl.render.telemetry;

import com.google.protobuf.Any;
import dev.dsctl.istio.stats.PluginConfig;
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

        private Side and(PluginConfig config) {
            Any any = Envoy.any(config);
            List<HttpFilter> allHttp = new ArrayList<>(http);
            allHttp.add(
                    HttpFilter.newBuilder().setName(NAME).setTypedConfig(any).build());
            List<Filter> allTcp = new ArrayList<>(tcp);
            allTcp.add(Filter.newBuilder().setName(NAME).setTypedConfig(any).build());
            return new Side(allHttp, allTcp);
        }
    }

    /** Those of a proxy. */
    public static MetricsFilters of(ProxyView view) {
        Reporting reporting = Reporting.of(view);
        Map<String, MergedMetrics> metrics = reporting.metrics();
        return new MetricsFilters(
                side(metrics, reporting, Direction.INBOUND), side(metrics, reporting, Direction.OUTBOUND));
    }

    private static Side side(Map<String, MergedMetrics> metrics, Reporting reporting, Direction direction) {
        Side side = Side.NONE;
        for (Map.Entry<String, MergedMetrics> provider : metrics.entrySet()) {
            boolean prometheus = reporting
                    .provider(provider.getKey())
                    .filter(known -> known instanceof ExtensionProvider.Other other
                            && other.kind().equals("prometheus"))
                    .isPresent();
            if (prometheus && !provider.getValue().isOff(Reporting.side(direction))) {
                side = side.and(StatsConfig.of(provider.getValue(), direction));
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
