package dev.dsctl.render.bootstrap;

import com.google.protobuf.BoolValue;
import dev.dsctl.render.bootstrap.BootstrapSettings.Binding;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Listeners that need no discovery: their routes stand in them. */
final class StaticListeners {

    private final Map<String, RouteConfiguration> routes;
    private final StockFilters filters;
    private final StockRoutes stockRoutes;
    private final PlainChains plainChains;
    private final Binding binding;

    StaticListeners(
            List<RouteConfiguration> routes, StockFilters filters, BootstrapSettings settings, Changes changes) {
        this.routes = routes.stream().collect(Collectors.toMap(RouteConfiguration::getName, Function.identity()));
        this.filters = filters;
        this.stockRoutes = new StockRoutes(filters);
        this.plainChains = new PlainChains(new TransportSockets(new Certificates(settings.certificates()), changes));
        this.binding = settings.binding();
    }

    Listener of(Listener listener) {
        Listener.Builder made = listener.toBuilder()
                .clearListenerFilters()
                .addAllListenerFilters(filters.ofListener(listener.getListenerFiltersList()))
                .clearAccessLog()
                .addAllAccessLog(filters.ofLogs(listener.getAccessLogList()))
                .clearFilterChains();
        for (FilterChain chain : plainChains.of(listener.getFilterChainsList())) {
            made.addFilterChains(chain(chain));
        }
        if (listener.hasDefaultFilterChain()) {
            made.setDefaultFilterChain(chain(plainChains.ofDefault(listener.getDefaultFilterChain())));
        }
        boolean outbound = listener.getTrafficDirection() == TrafficDirection.OUTBOUND;
        if (binding == Binding.ADDRESSES && outbound && listener.hasBindToPort()) {
            made.setBindToPort(BoolValue.of(true));
        }
        return made.build();
    }

    private FilterChain chain(FilterChain chain) {
        FilterChain.Builder made = chain.toBuilder().clearFilters();
        for (Filter filter : filters.ofNetwork(chain.getFiltersList())) {
            made.addFilters(filter(filter));
        }
        return made.build();
    }

    private Filter filter(Filter filter) {
        return StockFilters.unpacked(filter.getTypedConfig(), HttpConnectionManager.getDefaultInstance())
                .map(manager -> filter.toBuilder()
                        .setTypedConfig(Envoy.any(manager(manager)))
                        .build())
                .or(() -> StockFilters.unpacked(filter.getTypedConfig(), TcpProxy.getDefaultInstance())
                        .map(proxy -> filter.toBuilder()
                                .setTypedConfig(Envoy.any(proxy(proxy)))
                                .build()))
                .orElse(filter);
    }

    private TcpProxy proxy(TcpProxy proxy) {
        return proxy.toBuilder()
                .clearAccessLog()
                .addAllAccessLog(filters.ofLogs(proxy.getAccessLogList()))
                .build();
    }

    private HttpConnectionManager manager(HttpConnectionManager manager) {
        HttpConnectionManager.Builder made = manager.toBuilder()
                .clearHttpFilters()
                .addAllHttpFilters(filters.ofHttp(manager.getHttpFiltersList()))
                .clearAccessLog()
                .addAllAccessLog(filters.ofLogs(manager.getAccessLogList()));
        for (UpgradeConfig.Builder upgrade : made.getUpgradeConfigsBuilderList()) {
            List<HttpFilter> kept = filters.ofHttp(upgrade.getFiltersList());
            upgrade.clearFilters().addAllFilters(kept);
        }
        if (made.hasTracing() && made.getTracing().hasProvider()) {
            var provider = made.getTracing().getProvider();
            if (!filters.has("tracer", provider.getName(), provider.getTypedConfig())) {
                made.clearTracing();
            }
        }
        if (manager.hasRds()) {
            String name = manager.getRds().getRouteConfigName();
            RouteConfiguration empty =
                    RouteConfiguration.newBuilder().setName(name).build();
            made.setRouteConfig(stockRoutes.of(routes.getOrDefault(name, empty)));
        } else if (manager.hasRouteConfig()) {
            made.setRouteConfig(stockRoutes.of(manager.getRouteConfig()));
        }
        return made.build();
    }
}
