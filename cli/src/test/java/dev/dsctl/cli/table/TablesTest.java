package dev.dsctl.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.Value;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.config.listener.v3.AdditionalAddress;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.Rds;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final String ORIGIN = "/apis/networking.istio.io/v1alpha3/namespaces/shop/virtual-service/web";

    private static final Listener LISTENER = Listener.newBuilder()
            .setName("0.0.0.0_80")
            .setAddress(Envoy.socketAddress("0.0.0.0", 80))
            .addAdditionalAddresses(AdditionalAddress.newBuilder().setAddress(Envoy.socketAddress("::", 80)))
            .addFilterChains(chain(FilterChainMatch.newBuilder(), tcp("BlackHoleCluster")))
            .addFilterChains(chain(
                    FilterChainMatch.newBuilder()
                            .setTransportProtocol("tls")
                            .addServerNames("a.example")
                            .addServerNames("b.example")
                            .addApplicationProtocols("istio-peer-exchange")
                            .addApplicationProtocols("istio")
                            .setDestinationPort(UInt32Value.of(80))
                            .addPrefixRanges(CidrRange.newBuilder()
                                    .setAddressPrefix("2001:db8::")
                                    .setPrefixLen(UInt32Value.of(32))),
                    http(HttpConnectionManager.newBuilder()
                            .setRds(Rds.newBuilder().setRouteConfigName("80")))))
            .setDefaultFilterChain(chain(FilterChainMatch.newBuilder(), tcp("PassthroughCluster")))
            .build();

    private static final RouteConfiguration ROUTES = RouteConfiguration.newBuilder()
            .setName("80")
            .addVirtualHosts(VirtualHost.newBuilder()
                    .setName("web.shop:80")
                    .addAllDomains(List.of(
                            "web.shop.svc.cluster.local",
                            "web.shop",
                            "web.shop.svc",
                            "web",
                            "web:80",
                            "10.0.0.1",
                            "10.0.0.1:80",
                            "[fd00:10::1]",
                            "[fd00:10::1]:80"))
                    .addRoutes(Route.newBuilder()
                            .setMatch(RouteMatch.newBuilder().setPathSeparatedPrefix("/a"))
                            .setMetadata(origin(ORIGIN)))
                    .addRoutes(Route.newBuilder()
                            .setMatch(RouteMatch.newBuilder()
                                    .setSafeRegex(RegexMatcher.newBuilder().setRegex("/b.*")))
                            .setMetadata(origin("elsewhere"))))
            .addVirtualHosts(VirtualHost.newBuilder()
                    .setName("allow_any")
                    .addDomains("*")
                    .addRoutes(Route.newBuilder()
                            .setMatch(RouteMatch.newBuilder().setPrefix("/"))
                            .setRoute(RouteAction.newBuilder().setCluster("PassthroughCluster"))))
            .addVirtualHosts(VirtualHost.newBuilder().setName("empty").addDomains("[fd00::2]:80"))
            .build();

    private static final ClusterLoadAssignment ENDPOINTS = ClusterLoadAssignment.newBuilder()
            .setClusterName("outbound|80|v2|web.shop")
            .addEndpoints(LocalityLbEndpoints.newBuilder()
                    .setLocality(Locality.newBuilder().setRegion("r").setZone("z"))
                    .addLbEndpoints(endpoint(HealthStatus.HEALTHY, "10.0.0.1", "fd00::1"))
                    .addLbEndpoints(endpoint(HealthStatus.DRAINING, "10.0.0.2")))
            .build();

    private static final XdsSnapshot SNAPSHOT = new XdsSnapshot(
            List.of(LISTENER),
            List.of(
                    cluster("outbound|80|v2|web.shop", Cluster.DiscoveryType.EDS, ORIGIN),
                    cluster("BlackHoleCluster", Cluster.DiscoveryType.STATIC, ""),
                    cluster("outbound|9||web.shop", Cluster.DiscoveryType.EDS, "")),
            List.of(
                    RouteConfiguration.newBuilder().setName("web.shop:9").build(),
                    ROUTES,
                    RouteConfiguration.newBuilder().setName("9").build()),
            List.of(ENDPOINTS));

    @Test
    void listenersByFilterChainWithTheLargestDestinationFirst() {
        assertThat(printed(ResourceKind.LISTENERS, Filters.NONE, Style.DEFAULT)).isEqualTo("""
                        ADDRESSES  PORT MATCH                                                                      DESTINATION
                        0.0.0.0,:: 80   SNI: a.example,b.example; Trans: tls; App: TCP TLS; Addr: 2001:db8::/32:80 Route: 80
                        0.0.0.0,:: 80   ALL                                                                        PassthroughCluster
                        0.0.0.0,:: 80   ALL                                                                        Non-HTTP/Non-TCP
                        """);
    }

    @Test
    void listenersInShort() {
        assertThat(printed(ResourceKind.LISTENERS, Filters.NONE, new Style(false, false, false)))
                .isEqualTo("ADDRESSES  PORT TYPE\n0.0.0.0,:: 80   HTTP+TCP\n");
    }

    @Test
    void inlineRoutesAreSpelledOutUnlessTheyOnlyForward() {
        VirtualHost.Builder forward = VirtualHost.newBuilder()
                .addDomains("*")
                .addRoutes(Route.newBuilder()
                        .setMatch(RouteMatch.newBuilder().setPrefix("/"))
                        .setRoute(RouteAction.newBuilder().setCluster("inbound|80||")));
        VirtualHost.Builder other = VirtualHost.newBuilder()
                .addDomains("a")
                .addDomains("b")
                .addRoutes(Route.newBuilder()
                        .setMatch(RouteMatch.newBuilder().setPath("/healthz"))
                        .setDirectResponse(DirectResponseAction.newBuilder().setStatus(200)))
                .addRoutes(forward.getRoutes(0));

        assertThat(DestinationText.of(List.of(http(inline(forward))))).isEqualTo("Cluster: inbound|80||");
        assertThat(DestinationText.of(List.of(http(inline(forward, other)))))
                .isEqualTo("Inline Route: /*; a/b /healthz, /*");
        assertThat(DestinationText.of(List.of())).isEqualTo("Non-HTTP/Non-TCP");
    }

    @Test
    void clustersByHostSubsetAndPort() {
        assertThat(printed(ResourceKind.CLUSTERS, Filters.NONE, Style.DEFAULT)).isEqualTo("""
                        SERVICE FQDN         PORT     SUBSET     DIRECTION     TYPE       DESTINATION RULE
                        BlackHoleCluster     -        -          -             STATIC    \s
                        web.shop             9        -          outbound      EDS       \s
                        web.shop             80       v2         outbound      EDS        web.shop
                        """);
    }

    @Test
    void routesWithNumbersFirstAndShortDomains() {
        assertThat(printed(ResourceKind.ROUTES, Filters.NONE, Style.DEFAULT)).isEqualTo("""
                        NAME     VHOST NAME      DOMAINS                       MATCH             VIRTUAL SERVICE
                        80       web.shop:80     web.shop, web + 2 more...     PathPrefix:/a     web.shop
                        80       web.shop:80     web.shop, web + 2 more...     regex /b.*        <unknown>
                        80       empty           [fd00::2]:80                  /*                404
                        """);
        assertThat(printed(ResourceKind.ROUTES, Filters.NONE, new Style(false, false, false)))
                .isEqualTo("NAME           VIRTUAL HOSTS\n9              0\n80             3\nweb.shop:9     0\n");
    }

    @Test
    void everyAddressOfAnEndpointHasARow() {
        assertThat(hosts(Filters.NONE)).isEqualTo("""
                        ENDPOINT        STATUS       OUTLIER CHECK     CLUSTER
                        10.0.0.1:80     HEALTHY      OK                outbound|80|v2|web.shop
                        10.0.0.2:80     DRAINING     OK                outbound|80|v2|web.shop
                        fd00::1:80      HEALTHY      OK                outbound|80|v2|web.shop
                        """);
    }

    @Test
    void allKindsHaveTheirNames() {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            Tables.all(
                    EnumSet.of(ResourceKind.CLUSTERS, ResourceKind.ENDPOINTS),
                    SNAPSHOT,
                    new Style(true, true, true),
                    out);
        }
        assertThat(text.toString().lines())
                .contains(
                        "------ CLUSTER INFO ------",
                        "cluster/BlackHoleCluster            cluster/BlackHoleCluster     -        -          -             STATIC     ",
                        "------ ENDPOINTS INFO ------",
                        "endpoint/10.0.0.1:80,fd00::1:80     HEALTHY      r/z          outbound|80|v2|web.shop");
    }

    @Test
    void filtersNarrowEachKindAsIstioctlDoes() {
        assertThat(rows(ResourceKind.LISTENERS, with("::", 0, ""))).isEqualTo(1);
        assertThat(rows(ResourceKind.LISTENERS, with("10.0.0.1", 0, ""))).isZero();
        assertThat(rows(ResourceKind.LISTENERS, with("", 80, "http+tcp"))).isEqualTo(1);
        assertThat(rows(ResourceKind.LISTENERS, with("", 0, "TCP"))).isZero();
        assertThat(rows(ResourceKind.CLUSTERS, with("", 80, ""))).isEqualTo(1);
        assertThat(rows(ResourceKind.CLUSTERS, new Filters("", 0, "", "shop", "outbound", "v2", "", "", "")))
                .isEqualTo(1);
        assertThat(rows(ResourceKind.ROUTES, new Filters("", 0, "", "", "", "", "80", "", "")))
                .isEqualTo(1);
        assertThat(hosts(with("fd00::1", 0, "")).lines()).hasSize(2);
        assertThat(hosts(new Filters("", 80, "", "", "", "", "", "outbound|80|v2|web.shop", "draining"))
                        .lines())
                .hasSize(2);
        assertThat(hosts(with("", 81, "")).lines()).hasSize(1);
    }

    @Test
    void aNarrowedLoadAssignmentKeepsOnlyTheEndpointsAskedFor() {
        List<ClusterLoadAssignment> narrowed =
                with("fd00::1", 0, "").apply(SNAPSHOT).endpoints();

        assertThat(narrowed)
                .singleElement()
                .satisfies(assignment -> assertThat(assignment.getEndpoints(0).getLbEndpointsList())
                        .containsExactly(endpoint(HealthStatus.HEALTHY, "10.0.0.1", "fd00::1")));
        assertThat(with("", 81, "").apply(SNAPSHOT).endpoints()).isEmpty();
    }

    private static Filters with(String address, int port, String type) {
        return new Filters(address, port, type, "", "", "", "", "", "");
    }

    private static int rows(ResourceKind kind, Filters filters) {
        return kind.of(filters.apply(SNAPSHOT)).size();
    }

    private static String printed(ResourceKind kind, Filters filters, Style style) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            Tables.print(kind, filters.apply(SNAPSHOT), style, out);
        }
        return text.toString();
    }

    private static String hosts(Filters filters) {
        List<Host> hosts = new ArrayList<>();
        SNAPSHOT.endpoints().forEach(assignment -> hosts.addAll(Host.of(assignment)));
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            Tables.hosts(filters.apply(hosts), out);
        }
        return text.toString();
    }

    private static FilterChain chain(FilterChainMatch.Builder match, Filter filter) {
        return FilterChain.newBuilder()
                .setFilterChainMatch(match)
                .addFilters(filter)
                .build();
    }

    private static Filter tcp(String cluster) {
        return Filter.newBuilder()
                .setName("envoy.filters.network.tcp_proxy")
                .setTypedConfig(
                        Envoy.any(TcpProxy.newBuilder().setCluster(cluster).build()))
                .build();
    }

    private static Filter http(HttpConnectionManager.Builder manager) {
        return Filter.newBuilder()
                .setName("envoy.filters.network.http_connection_manager")
                .setTypedConfig(Envoy.any(manager.build()))
                .build();
    }

    private static HttpConnectionManager.Builder inline(VirtualHost.Builder... hosts) {
        RouteConfiguration.Builder routes = RouteConfiguration.newBuilder();
        for (VirtualHost.Builder host : hosts) {
            routes.addVirtualHosts(host);
        }
        return HttpConnectionManager.newBuilder().setRouteConfig(routes);
    }

    private static Cluster cluster(String name, Cluster.DiscoveryType type, String origin) {
        Cluster.Builder cluster = Cluster.newBuilder().setName(name).setType(type);
        return (origin.isEmpty() ? cluster : cluster.setMetadata(origin(origin))).build();
    }

    private static Metadata origin(String path) {
        Struct istio = Struct.newBuilder()
                .putFields("config", Value.newBuilder().setStringValue(path).build())
                .build();
        return Metadata.newBuilder().putFilterMetadata("istio", istio).build();
    }

    private static LbEndpoint endpoint(HealthStatus status, String address, String... additional) {
        Endpoint.Builder endpoint = Endpoint.newBuilder().setAddress(Envoy.socketAddress(address, 80));
        for (String other : additional) {
            endpoint.addAdditionalAddresses(
                    Endpoint.AdditionalAddress.newBuilder().setAddress(Envoy.socketAddress(other, 80)));
        }
        return LbEndpoint.newBuilder()
                .setEndpoint(endpoint)
                .setHealthStatus(status)
                .build();
    }
}
