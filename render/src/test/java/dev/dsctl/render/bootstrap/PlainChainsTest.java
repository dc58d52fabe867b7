package dev.dsctl.render.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UInt32Value;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainChainsTest {

    private static final TransportSocket MUTUAL_TLS = TransportSocket.newBuilder()
            .setName("envoy.transport_sockets.tls")
            .setTypedConfig(Envoy.any(DownstreamTlsContext.newBuilder()
                    .setCommonTlsContext(CommonTlsContext.newBuilder()
                            .addTlsCertificateSdsSecretConfigs(
                                    SdsSecretConfig.newBuilder().setName("default")))
                    .build()))
            .build();

    private final Changes changes = new Changes();

    @Test
    void portsThatTakeBothKeepTheirPlainChains() {
        FilterChain http = plain(8080, "raw_buffer", "http/1.1", "h2c");
        FilterChain tcp = plain(8080, "raw_buffer");
        List<FilterChain> made = plainChains()
                .of(List.of(tls(8080, "istio-http/1.0", "istio-http/1.1", "istio-h2"), http, tls(8080, "istio"), tcp));
        assertThat(made).containsExactly(http, tcp);
        assertThat(changes.sentences()).containsExactly("plain text: filter chain that has mutual TLS (2 times)");
    }

    @Test
    void portsThatTakeOnlyMutualTlsTakeWhatIsInsideIt() {
        List<FilterChain> made = plainChains()
                .of(List.of(
                        tls(8080, "istio-http/1.0", "istio-http/1.1", "istio-h2"),
                        tls(8080, "istio-peer-exchange", "istio"),
                        plain(9090, "raw_buffer")));
        assertThat(made)
                .containsExactly(
                        plain(8080, "raw_buffer", "http/1.1", "h2c"),
                        plain(8080, "raw_buffer"),
                        plain(9090, "raw_buffer"));
    }

    @Test
    void tlsThatPassesThroughIsNoPlainText() {
        FilterChain through = plain(0, "tls");
        assertThat(plainChains().of(List.of(tls(0, "istio"), through)))
                .containsExactly(plain(0, "raw_buffer"), through);
    }

    @Test
    void filesKeepTls() {
        TransportSockets sockets = new TransportSockets(new Certificates(Optional.of("/certs")), changes);
        FilterChain chain = tls(8080, "istio");
        FilterChain made = new PlainChains(sockets)
                .of(List.of(chain, plain(8080, "raw_buffer")))
                .get(0);
        assertThat(made.getFilterChainMatch()).isEqualTo(chain.getFilterChainMatch());
        assertThat(made.getTransportSocket().getTypedConfig().getValue().toStringUtf8())
                .contains("/certs/cert-chain.pem", "/certs/key.pem");
        assertThat(changes.sentences()).isEmpty();
    }

    private PlainChains plainChains() {
        return new PlainChains(new TransportSockets(new Certificates(Optional.empty()), changes));
    }

    private static FilterChain tls(int port, String... protocols) {
        return plain(port, "tls", protocols).toBuilder()
                .setTransportSocket(MUTUAL_TLS)
                .build();
    }

    private static FilterChain plain(int port, String transport, String... protocols) {
        FilterChainMatch.Builder match = FilterChainMatch.newBuilder()
                .setTransportProtocol(transport)
                .addAllApplicationProtocols(List.of(protocols));
        if (port > 0) {
            match.setDestinationPort(UInt32Value.of(port));
        }
        return FilterChain.newBuilder().setFilterChainMatch(match).build();
    }
}
