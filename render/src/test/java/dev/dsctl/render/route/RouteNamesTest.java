package dev.dsctl.render.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.Rds;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteNamesTest {

    @Test
    void namesAreThoseOfAllConnectionManagersEachOnce() {
        Listener chains = Listener.newBuilder()
                .addFilterChains(chain(manager("80")))
                .addFilterChains(chain(TcpProxy.newBuilder().setStatPrefix("80").build()))
                .addFilterChains(chain(HttpConnectionManager.newBuilder()
                        .setRouteConfig(RouteConfiguration.newBuilder().setName("inline"))
                        .build()))
                .build();
        Listener onlyDefault = Listener.newBuilder()
                .setDefaultFilterChain(chain(manager("web:8080")))
                .build();

        assertThat(RouteNames.in(List.of(chains, onlyDefault, chains))).containsExactly("80", "web:8080");
    }

    private static HttpConnectionManager manager(String route) {
        return HttpConnectionManager.newBuilder()
                .setStatPrefix("outbound_0.0.0.0_80")
                .setRds(Rds.newBuilder().setRouteConfigName(route))
                .setMergeSlashes(true)
                .build();
    }

    private static FilterChain chain(Message config) {
        return FilterChain.newBuilder()
                .addFilters(Filter.newBuilder().setTypedConfig(Envoy.any(config)))
                .build();
    }
}
