package dev.dsctl.render.bootstrap;

import com.google.protobuf.Any;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import java.util.Optional;

/** Transport sockets that need nobody who hands out certificates. */
final class TransportSockets {

    /** Plain text. */
    static final TransportSocket RAW = TransportSocket.newBuilder()
            .setName("envoy.transport_sockets.raw_buffer")
            .setTypedConfig(Envoy.any(RawBuffer.getDefaultInstance()))
            .build();

    private final Certificates certificates;
    private final Changes changes;

    TransportSockets(Certificates certificates, Changes changes) {
        this.certificates = certificates;
        this.changes = changes;
    }

    static boolean isRaw(TransportSocket socket) {
        return socket.getTypedConfig().equals(RAW.getTypedConfig());
    }

    /** What a filter chain has in place of a socket; empty for plain text. */
    Optional<TransportSocket> downstream(TransportSocket socket) {
        Optional<DownstreamTlsContext> tls =
                StockFilters.unpacked(socket.getTypedConfig(), DownstreamTlsContext.getDefaultInstance());
        if (tls.isEmpty()) {
            return Optional.of(socket);
        }
        Optional<TransportSocket> made = certificates
                .of(tls.get().getCommonTlsContext())
                .map(common -> with(
                        socket,
                        Envoy.any(tls.get().toBuilder()
                                .setCommonTlsContext(common)
                                .build())));
        if (made.isEmpty()) {
            changes.note(Changes.Kind.CHANGED, "plain text: filter chain that has mutual TLS");
        }
        return made;
    }

    /** What a cluster has in place of a socket; empty for plain text. */
    Optional<TransportSocket> upstream(TransportSocket socket) {
        if (!socket.hasTypedConfig() && socket.getName().equals(RAW.getName())) {
            // Only old Envoys look extensions up by name.
            return Optional.empty();
        }
        Optional<ProxyProtocolUpstreamTransport> header =
                StockFilters.unpacked(socket.getTypedConfig(), ProxyProtocolUpstreamTransport.getDefaultInstance());
        if (header.isPresent()) {
            TransportSocket inside = upstream(header.get().getTransportSocket()).orElse(RAW);
            return Optional.of(with(
                    socket,
                    Envoy.any(
                            header.get().toBuilder().setTransportSocket(inside).build())));
        }
        return StockFilters.unpacked(socket.getTypedConfig(), UpstreamTlsContext.getDefaultInstance())
                .map(tls -> upstreamTls(socket, tls))
                .orElse(Optional.of(socket));
    }

    private Optional<TransportSocket> upstreamTls(TransportSocket socket, UpstreamTlsContext tls) {
        Optional<TransportSocket> made = certificates
                .of(tls.getCommonTlsContext())
                .map(common -> with(
                        socket,
                        Envoy.any(tls.toBuilder().setCommonTlsContext(common).build())));
        if (made.isEmpty()) {
            changes.note(Changes.Kind.CHANGED, "plain text: cluster that has mutual TLS");
        } else if (certificates.leavesUnchecked(tls.getCommonTlsContext())) {
            changes.note(Changes.Kind.CHANGED, "unchecked: certificates of a server that a cluster has TLS to");
        }
        return made;
    }

    private static TransportSocket with(TransportSocket socket, Any config) {
        return socket.toBuilder().setTypedConfig(config).build();
    }
}
