package dev.dsctl.model.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.kube.PortReference;
import dev.dsctl.model.profile.MeshChoices.KubernetesProtocolNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortProtocolTest {

    @ParameterizedTest
    @CsvSource({
        "http, HTTP",
        "HTTP-api, HTTP",
        "http2-x, HTTP2",
        "grpc, GRPC",
        "grpc-web, GRPC_WEB",
        "GRPC-WEB-x, GRPC_WEB",
        "grpc-webx, GRPC_WEB",
        "https-x, HTTPS",
        "httpx, UNSUPPORTED",
        "tls, TLS",
        "mongo-1, MONGO",
        "redis, REDIS",
        "mysql, MYSQL",
        "udp-x, UDP",
        "'', UNSUPPORTED"
    })
    void readsThePrefixOfAName(String name, Protocol protocol) {
        assertThat(of(8000, name, "TCP", null)).isEqualTo(protocol);
    }

    @ParameterizedTest
    @CsvSource({"25, '', TCP", "53, dns, TCP", "3306, http, HTTP", "27017, x, TCP", "80, x, UNSUPPORTED"})
    void sniffsNothingWhereServersSpeakFirst(int port, String name, Protocol protocol) {
        assertThat(of(port, name, "TCP", null)).isEqualTo(protocol);
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes.io/h2c, UNSUPPORTED, HTTP2, HTTP2",
        "kubernetes.io/ws, UNSUPPORTED, UNSUPPORTED, HTTP",
        "kubernetes.io/wss, UNSUPPORTED, UNSUPPORTED, HTTPS",
        "grpc, GRPC, GRPC, GRPC"
    })
    void prefersAppProtocolToTheName(String appProtocol, Protocol none, Protocol h2c, Protocol all) {
        KubeService.Port port = new KubeService.Port("tcp", 80, "TCP", appProtocol, PortReference.of(80));

        assertThat(PortProtocol.of(port, KubernetesProtocolNames.NONE)).isEqualTo(none);
        assertThat(PortProtocol.of(port, KubernetesProtocolNames.H2C)).isEqualTo(h2c);
        assertThat(PortProtocol.of(port, KubernetesProtocolNames.H2C_AND_WEBSOCKET))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"http, UDP, UDP", "http, SCTP, HTTP"})
    void putsUdpFirst(String name, String transport, Protocol protocol) {
        assertThat(of(80, name, transport, null)).isEqualTo(protocol);
    }

    private static Protocol of(int number, String name, String transport, String appProtocol) {
        return PortProtocol.of(
                new KubeService.Port(name, number, transport, appProtocol, PortReference.of(number)),
                KubernetesProtocolNames.H2C_AND_WEBSOCKET);
    }
}
