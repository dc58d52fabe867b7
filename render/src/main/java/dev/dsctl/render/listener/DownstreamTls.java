package dev.dsctl.render.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.ListenerConfig;
import dev.dsctl.model.profile.ListenerChoices.MeshCiphers;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.ApiConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;

/**
 * The TLS that inbound chains take off. Source: pilot/pkg/security/authn/utils/utils.go and
 * pilot/pkg/security/model/authentication.go.
 *
 * @param http mutual TLS around HTTP
 * @param tcp mutual TLS around anything
 */
record DownstreamTls(TransportSocket http, TransportSocket tcp) {

    private static final List<String> CIPHERS = List.of(
            "ECDHE-ECDSA-AES256-GCM-SHA384",
            "ECDHE-RSA-AES256-GCM-SHA384",
            "ECDHE-ECDSA-AES128-GCM-SHA256",
            "ECDHE-RSA-AES128-GCM-SHA256",
            "AES256-GCM-SHA384",
            "AES128-GCM-SHA256");

    private static final List<String> HTTP = List.of("h2", "http/1.1");
    private static final List<String> WITH_EXCHANGE = List.of("istio-peer-exchange", "h2", "http/1.1");

    /** That of a proxy. */
    static DownstreamTls of(ProxyView view) {
        boolean exchange = view.mesh().env().flag("PILOT_ENABLE_METADATA_EXCHANGE", true)
                && !view.mesh().env().flag("PILOT_DISABLE_MX_ALPN", false);
        return new DownstreamTls(socket(view, HTTP), socket(view, exchange ? WITH_EXCHANGE : HTTP));
    }

    private static TransportSocket socket(ProxyView view, List<String> protocols) {
        ListenerConfig.Tls tls = view.mesh().config().listeners().tls();
        CommonTlsContext common = CommonTlsContext.newBuilder()
                .addAllAlpnProtocols(protocols)
                .setTlsParams(TlsParameters.newBuilder()
                        .addAllCipherSuites(ciphers(view, tls))
                        .setTlsMinimumProtocolVersion(
                                tls.minVersion().equals("TLSV1_3") ? TlsProtocol.TLSv1_3 : TlsProtocol.TLSv1_2)
                        .setTlsMaximumProtocolVersion(TlsProtocol.TLSv1_3))
                .addTlsCertificateSdsSecretConfigs(secret("default"))
                .setCombinedValidationContext(CommonTlsContext.CombinedCertificateValidationContext.newBuilder()
                        .setDefaultValidationContext(peers(view, tls))
                        .setValidationContextSdsSecretConfig(secret("ROOTCA")))
                .build();
        return socket(DownstreamTlsContext.newBuilder()
                .setCommonTlsContext(common)
                .setRequireClientCertificate(BoolValue.of(true))
                .build());
    }

    /** TLS as a transport socket. */
    static TransportSocket socket(DownstreamTlsContext context) {
        return TransportSocket.newBuilder()
                .setName("envoy.transport_sockets.tls")
                .setTypedConfig(Envoy.any(context))
                .build();
    }

    private static List<String> ciphers(ProxyView view, ListenerConfig.Tls tls) {
        boolean own = !tls.cipherSuites().isEmpty() && view.profile().has(MeshCiphers.CONFIGURABLE);
        return own ? tls.cipherSuites() : CIPHERS;
    }

    @SuppressWarnings("deprecation")
    private static CertificateValidationContext peers(ProxyView view, ListenerConfig.Tls tls) {
        CertificateValidationContext.Builder peers = CertificateValidationContext.newBuilder();
        if (!view.mesh().env().flag("PILOT_SKIP_VALIDATE_TRUST_DOMAIN", false)) {
            tls.trustDomains()
                    .forEach(domain -> peers.addMatchSubjectAltNames(
                            StringMatcher.newBuilder().setPrefix("spiffe://" + domain + "/")));
        }
        return peers.build();
    }

    /** A certificate or authority that the agent beside the proxy hands out. */
    static SdsSecretConfig secret(String name) {
        return SdsSecretConfig.newBuilder()
                .setName(name)
                .setSdsConfig(ConfigSource.newBuilder()
                        .setApiConfigSource(ApiConfigSource.newBuilder()
                                .setApiType(ApiConfigSource.ApiType.GRPC)
                                .setSetNodeOnFirstMessageOnly(true)
                                .setTransportApiVersion(ApiVersion.V3)
                                .addGrpcServices(GrpcService.newBuilder()
                                        .setEnvoyGrpc(GrpcService.EnvoyGrpc.newBuilder()
                                                .setClusterName("sds-grpc"))))
                        .setInitialFetchTimeout(Duration.getDefaultInstance())
                        .setResourceApiVersion(ApiVersion.V3))
                .build();
    }
}
