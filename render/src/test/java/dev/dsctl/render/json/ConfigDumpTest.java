package dev.dsctl.render.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigDumpTest {

    private static final Set<ResourceKind> ALL = EnumSet.allOf(ResourceKind.class);

    private final ProtoJson json = new ProtoJson();

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Filter filter = Filter.newBuilder()
                .setTypedConfig(
                        Envoy.any(TcpProxy.newBuilder().setStatPrefix("s").build()))
                .build();
        XdsSnapshot snapshot = new XdsSnapshot(
                List.of(Listener.newBuilder()
                        .setName("l")
                        .setAddress(Envoy.socketAddress("::", 80))
                        .addFilterChains(FilterChain.newBuilder().addFilters(filter))
                        .build()),
                List.of(Cluster.newBuilder().setName("c").setAltStatName("x").build()),
                List.of(RouteConfiguration.newBuilder().setName("r").build()),
                List.of(ClusterLoadAssignment.newBuilder().setClusterName("c").build()));

        String dump = written(snapshot, ALL);

        assertThat(dump).contains("\"stat_prefix\": \"s\"").doesNotContain("statPrefix");
        assertThat(read(dump)).isEqualTo(new ConfigDump(snapshot, ALL, List.of()));
        assertThat(read(written(snapshot, EnumSet.of(ResourceKind.ROUTES))).kinds())
                .containsExactly(ResourceKind.ROUTES);
    }

    @Test
    void bothCasesAndOtherTypesAndSectionsAreRead() throws IOException {
        ConfigDump dump = read("""
                {"configs": [
                  {"@type": "type.googleapis.com/envoy.admin.v3.BootstrapConfigDump", "bootstrap": {"node": {"id": "x"}}},
                  {"@type": "type.googleapis.com/envoy.admin.v9.SomethingNew", "things": [{"a": [1]}]},
                  "odd",
                  {"dynamicListeners": [
                    {"name": "b", "activeState": {"versionInfo": "1", "listener": {
                      "@type": "type.googleapis.com/envoy.api.v2.Listener", "name": "b", "trafficDirection": "INBOUND"}}},
                    {"name": "w", "warmingState": {"listener": {"name": "w"}}}],
                   "@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump",
                   "static_listeners": [{"listener": {"@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
                      "name": "a", "from_tomorrow": 1}}]},
                  {"@type": "type.googleapis.com/envoy.admin.v3.RoutesConfigDump"}
                ]}
                """);

        assertThat(dump.kinds()).containsExactly(ResourceKind.LISTENERS, ResourceKind.ROUTES);
        assertThat(dump.snapshot().listeners()).extracting(Listener::getName).containsExactly("a", "b");
        assertThat(json.text(dump.snapshot().listeners().get(0))).contains("\"from_tomorrow\": 1");
    }

    @Test
    void renderedJsonIsReadToo() throws IOException {
        ConfigDump dump = read("{\"clusters\": [{\"name\": \"c\"}], \"endpoints\": []}");

        assertThat(dump.kinds()).containsExactly(ResourceKind.CLUSTERS, ResourceKind.ENDPOINTS);
        assertThat(dump.snapshot().clusters()).extracting(Cluster::getName).containsExactly("c");
    }

    @Test
    void clustersOfTheAdminInterfaceAreRead() throws IOException {
        ConfigDump dump = read("""
                {"cluster_statuses": [{"name": "c", "added_via_api": true, "host_statuses": [{
                  "address": {"socket_address": {"address": "10.0.0.1", "port_value": 80}},
                  "stats": [{"name": "cx_total", "value": "3"}, {"type": "GAUGE", "name": "cx_active"}],
                  "health_status": {"eds_health_status": "HEALTHY", "failed_outlier_check": true}}]}]}
                """);

        assertThat(dump.statuses())
                .singleElement()
                .satisfies(status -> assertThat(
                                status.getHostStatuses(0).getHealthStatus().getEdsHealthStatus())
                        .isEqualTo(HealthStatus.HEALTHY));
    }

    @Test
    void anythingElseIsAnError() {
        assertThatThrownBy(() -> read("{\"items\": []}"))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("neither a config dump");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("neither a config dump");
        assertThatThrownBy(() -> read("")).hasMessageContaining("neither a config dump");
        assertThatThrownBy(() -> read("{\"configs\": [\n{\"static_clusters\": ["))
                .hasMessageStartingWith("dump.json:2: error: not JSON");
    }

    private String written(XdsSnapshot snapshot, Set<ResourceKind> kinds) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(text, 2);
        new ConfigDumpWriter(json, out).write(snapshot, kinds);
        out.finish();
        return text.toString(StandardCharsets.UTF_8);
    }

    private ConfigDump read(String text) throws IOException {
        return ConfigDump.read(new StringReader(text), "dump.json", json);
    }
}
