package dev.dsctl.cli.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.server.mock.OutputStreamMessage;
import io.fabric8.kubernetes.client.server.mock.StatusStreamMessage;
import io.fabric8.mockwebserver.internal.WebSocketMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The admin interface of a pod's Envoy, behind a mock of an API server. */
class RunningProxyTest {

    private static final Logger LOG = Logger.getLogger("io.fabric8.mockwebserver.MockWebServer");
    private static final String POD = "/api/v1/namespaces/shop/pods/web-1";
    private static final String DUMP = """
            {"configs": [{"@type": "type.googleapis.com/envoy.admin.v3.ClustersConfigDump", "dynamic_active_clusters": [
              {"cluster": {"@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster",
                "name": "outbound|80||web.shop.svc.cluster.local", "type": "EDS"}}]}]}
            """;
    private static final String HOSTS = """
            {"cluster_statuses": [{"name": "outbound|80||web.shop", "host_statuses": [{
              "address": {"socket_address": {"address": "fd00::1", "port_value": 8080}},
              "health_status": {"eds_health_status": "HEALTHY", "failed_outlier_check": true}}]}]}
            """;

    @TempDir
    private Path folder;

    private KubernetesMockServer server;
    private Dsctl dsctl;

    @BeforeEach
    void start() throws IOException {
        LOG.setLevel(Level.OFF);
        server = new KubernetesMockServer(false);
        server.init();
        server.expect().get().withPath(POD).andReturn(200, """
                        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "namespace": "shop"},
                         "spec": {"containers": [{"name": "web"}], "initContainers": [{"name": "istio-proxy"}]}}
                        """).always();
        dsctl = new Dsctl(folder, "http://" + server.getHostName() + ":" + server.getPort());
    }

    @AfterEach
    void stop() {
        server.destroy();
    }

    @Test
    void aForwardedPortLeadsToTheDump() {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + DUMP.getBytes(UTF_8).length + "\r\n\r\n" + DUMP;
        server.expect()
                .get()
                .withPath(POD + "/portforward?ports=15000")
                .andUpgradeToWebSocket()
                .open(
                        channel(0, new byte[] {(byte) 0x98, 0x3a}),
                        channel(1, new byte[] {(byte) 0x98, 0x3a}),
                        channel(0, answer.getBytes(UTF_8)))
                .done()
                .always();
        Dsctl.Run run = dsctl.live("pc", "clusters", "web-1", "--actual");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(2)
                .anyMatch(row -> row.matches("web\\.shop\\.svc\\.cluster\\.local +80 +- +outbound +EDS +"));
    }

    @Test
    void whereForwardingIsForbiddenTheAgentIsAsked() {
        server.expect()
                .get()
                .withPath(POD + "/portforward?ports=15000")
                .andReturn(403, "")
                .always();
        server.expect()
                .get()
                .withPath(POD
                        + "/exec?command=pilot-agent&command=request&command=--debug-port&command=15000&command=GET"
                        + "&command=clusters%3Fformat%3Djson&container=istio-proxy&stdout=true&stderr=true")
                .andUpgradeToWebSocket()
                .open(new OutputStreamMessage(HOSTS), new StatusStreamMessage(0))
                .done()
                .always();
        Dsctl.Run run = dsctl.live("pc", "endpoints", "web-1.shop", "--actual");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo("ENDPOINT         STATUS      OUTLIER CHECK     CLUSTER\n"
                        + "fd00::1:8080     HEALTHY     FAILED            outbound|80||web.shop\n");
    }

    @Test
    void whenNeitherWorksBothReasonsAreSaid() {
        Dsctl.Run run = dsctl.live("pc", "all", "web-1", "--actual", "--proxy-admin-port", "15001");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("dsctl: can't reach port 15001 of pod shop/web-1: port-forward: ")
                .contains("; exec: ");
    }

    private static WebSocketMessage channel(int number, byte[] bytes) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(number);
        message.writeBytes(bytes);
        return new WebSocketMessage(0L, message.toByteArray(), true);
    }
}
