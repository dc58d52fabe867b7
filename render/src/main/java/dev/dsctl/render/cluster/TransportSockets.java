package dev.dsctl.render.cluster;

import com.google.protobuf.Struct;
import dev.dsctl.model.profile.ClusterChoices.PlainSocket;
import dev.dsctl.model.profile.PolicyChoices;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.render.Names;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.TransportSocketMatch;
import io.envoyproxy.envoy.config.core.v3.ProxyProtocolConfig;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import java.util.Optional;

/**
 * What connections to hosts go through. Source: {@code applyUpstreamTLSSettings}, pilot/pkg/networking/core/cluster_tls.go, and
 * {@code applyUpstreamProxyProtocol}, pilot/pkg/networking/core/cluster_traffic_policy.go.
 */
final class TransportSockets {

    private static final TransportSocket RAW = raw("envoy.transport_sockets.raw_buffer");

    /** What a PROXY header without TLS goes before. */
    private static final TransportSocket RAW_BEHIND_HEADER = raw("raw_buffer");

    /** Hosts without sidecar. */
    private static final TransportSocketMatch WITHOUT_TLS = TransportSocketMatch.newBuilder()
            .setName("tlsMode-disabled")
            .setMatch(Struct.getDefaultInstance())
            .setTransportSocket(RAW)
            .build();

    private static final Struct ISTIO_TLS = Values.struct("tlsMode", "istio");

    private final ClusterScope scope;
    private final ClientTlsSettings settings;

    TransportSockets(ClusterScope scope) {
        this.scope = scope;
        this.settings = new ClientTlsSettings(scope);
    }

    void apply(ClusterDraft draft, OutboundPort port, String subset, ClusterPolicy policy) {
        String sni =
                Names.outboundSni(port.port().number(), subset, port.service().hostname());
        Optional<EffectiveTls> tls = settings.of(port, policy, sni);
        Optional<UpstreamTlsContext> context =
                tls.flatMap(effective -> UpstreamTls.context(draft, port, effective.settings()));
        Cluster.Builder cluster = draft.cluster();
        if (context.isPresent()) {
            TransportSocket socket = TransportSocket.newBuilder()
                    .setName("envoy.transport_sockets.tls")
                    .setTypedConfig(Envoy.any(context.get()))
                    .build();
            if (tls.get().isAutomatic() && draft.type() != DiscoveryType.ORIGINAL_DST) {
                cluster.addTransportSocketMatches(TransportSocketMatch.newBuilder()
                                .setName("tlsMode-istio")
                                .setMatch(ISTIO_TLS)
                                .setTransportSocket(socket))
                        .addTransportSocketMatches(withoutTls());
            } else {
                cluster.setTransportSocket(socket);
            }
        }
        policy.policy().proxyProtocol().ifPresent(version -> proxyProtocol(cluster, version));
    }

    private TransportSocketMatch withoutTls() {
        return switch (scope.choice(PlainSocket.class)) {
            case TYPED -> WITHOUT_TLS;
            case BY_NAME -> {
                TransportSocketMatch.Builder match = WITHOUT_TLS.toBuilder();
                match.getTransportSocketBuilder().clearTypedConfig();
                yield match.build();
            }
        };
    }

    private static TransportSocket raw(String name) {
        return TransportSocket.newBuilder()
                .setName(name)
                .setTypedConfig(Envoy.any(RawBuffer.getDefaultInstance()))
                .build();
    }

    private void proxyProtocol(Cluster.Builder cluster, TrafficPolicy.ProxyProtocol version) {
        PolicyChoices.ProxyProtocol supported = scope.choice(PolicyChoices.ProxyProtocol.class);
        if (supported == PolicyChoices.ProxyProtocol.NONE) {
            return;
        }
        if (cluster.hasTransportSocket()) {
            cluster.setTransportSocket(behindHeader(cluster.getTransportSocket(), version));
        } else if (cluster.getTransportSocketMatchesCount() == 0 && supported == PolicyChoices.ProxyProtocol.ALL) {
            cluster.setTransportSocket(behindHeader(RAW_BEHIND_HEADER, version));
        }
        for (TransportSocketMatch.Builder match : cluster.getTransportSocketMatchesBuilderList()) {
            match.setTransportSocket(behindHeader(match.getTransportSocket(), version));
        }
    }

    private static TransportSocket behindHeader(TransportSocket socket, TrafficPolicy.ProxyProtocol version) {
        ProxyProtocolConfig.Version number = switch (version) {
            case V1 -> ProxyProtocolConfig.Version.V1;
            case V2 -> ProxyProtocolConfig.Version.V2;
        };
        return TransportSocket.newBuilder()
                .setName("envoy.transport_sockets.upstream_proxy_protocol")
                .setTypedConfig(Envoy.any(ProxyProtocolUpstreamTransport.newBuilder()
                        .setConfig(ProxyProtocolConfig.newBuilder().setVersion(number))
                        .setTransportSocket(socket)
                        .build()))
                .build();
    }
}
