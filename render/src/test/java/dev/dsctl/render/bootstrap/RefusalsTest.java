package dev.dsctl.render.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap.StaticResources;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With an Envoy that refuses whatever is named {@code bad}, and a second listener at an address. */
class RefusalsTest {

    private int trials;

    @Test
    void takesWhatIsRight() {
        assertThat(refusals(cluster("a"), listener("l", "1", manager("f", "h", "r"))))
                .isEmpty();
        assertThat(trials).isEqualTo(1);
    }

    @Test
    void findsClusters() {
        List<Refusal> found = refusals(cluster("a"), cluster("bad1"), cluster("b"), cluster("bad2"));
        assertThat(found).extracting(Refusal::where).containsExactly("cluster bad1", "cluster bad2");
        assertThat(found).extracting(Refusal::reason).containsExactly("bad1 isn't good", "bad2 isn't good");
    }

    @Test
    void findsPartsOfListeners() {
        List<Refusal> found = refusals(
                listener("l", "1", manager("good", "h", "r"), manager("bad filter", "h", "r")),
                listener("m", "2", manager("good", "h", "r")),
                listener("n", "3", manager("good", "h", "bad route")),
                listener("o", "4", manager("good", "bad host", "r")));
        assertThat(found)
                .extracting(Refusal::where)
                .containsExactly(
                        "http filter bad filter of filter chain c1 of listener l",
                        "route bad route of virtual host h of route configuration routes of listener n",
                        "virtual host bad host of route configuration routes of listener o");
        assertThat(found).allMatch(refusal -> refusal.kind().equals(Optional.of(ResourceKind.LISTENERS)));
    }

    @Test
    void findsTheSameFilterOnce() {
        assertThat(refusals(
                        listener("l", "1", manager("bad", "h", "r"), manager("bad", "h", "r")),
                        listener("m", "2", manager("bad", "h", "r"))))
                .extracting(Refusal::where)
                .containsExactly("http filter bad of filter chain c0 of listener l");
    }

    @Test
    void findsTheLaterOfTwoThatDoNotGoTogether() {
        assertThat(refusals(
                        listener("l", "1", manager("f", "h", "r")),
                        listener("m", "2", manager("f", "h", "r")),
                        listener("n", "1", manager("f", "h", "r"))))
                .extracting(Refusal::where)
                .containsExactly("listener n");
    }

    @Test
    void takesFewTrials() {
        Message[] listeners = IntStream.range(0, 100)
                .mapToObj(i -> listener("l" + i, "" + i, manager(i == 70 ? "bad" : "f", "h", "r")))
                .toArray(Message[]::new);
        assertThat(refusals(listeners)).hasSize(1);
        assertThat(trials).isLessThan(30);
    }

    private List<Refusal> refusals(Message... resources) {
        StaticResources.Builder all = StaticResources.newBuilder();
        for (Message resource : resources) {
            if (resource instanceof Cluster cluster) {
                all.addClusters(cluster);
            } else {
                all.addListeners((Listener) resource);
            }
        }
        return Refusals.of(Bootstrap.newBuilder().setStaticResources(all).build(), this::refusal);
    }

    private Optional<String> refusal(Bootstrap bootstrap) {
        trials++;
        for (Cluster cluster : bootstrap.getStaticResources().getClustersList()) {
            if (cluster.getName().startsWith("bad") && cluster.hasConnectTimeout()) {
                return Optional.of(cluster.getName() + " isn't good");
            }
        }
        List<Object> addresses = new ArrayList<>();
        for (Listener listener : bootstrap.getStaticResources().getListenersList()) {
            if (addresses.contains(listener.getAddress())) {
                return Optional.of("'" + listener.getName() + "' has a taken address");
            }
            addresses.add(listener.getAddress());
            if (new String(listener.toByteArray(), ISO_8859_1).contains("bad")) {
                return Optional.of("something isn't good");
            }
        }
        return Optional.empty();
    }

    private static Cluster cluster(String name) {
        return Cluster.newBuilder()
                .setName(name)
                .setConnectTimeout(com.google.protobuf.Duration.getDefaultInstance())
                .build();
    }

    private static Listener listener(String name, String address, Filter... chains) {
        Listener.Builder listener = Listener.newBuilder().setName(name).setAddress(Envoy.socketAddress(address, 80));
        for (Filter filter : chains) {
            listener.addFilterChains(FilterChain.newBuilder()
                    .setName("c" + listener.getFilterChainsCount())
                    .addFilters(filter));
        }
        return listener.build();
    }

    private static Filter manager(String filter, String host, String route) {
        return Filter.newBuilder()
                .setName("manager")
                .setTypedConfig(Envoy.any(HttpConnectionManager.newBuilder()
                        .addHttpFilters(HttpFilter.newBuilder().setName(filter))
                        .addHttpFilters(HttpFilter.newBuilder().setName("router"))
                        .setRouteConfig(RouteConfiguration.newBuilder()
                                .setName("routes")
                                .addVirtualHosts(VirtualHost.newBuilder()
                                        .setName(host)
                                        .addRoutes(Route.newBuilder().setName(route))))
                        .build()))
                .build();
    }
}
