package dev.dsctl.render.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.profile.ClusterChoices.HttpDefaults;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UseDownstreamHttpConfig;

/** Which HTTP hosts are spoken to with. Source: {@code setUpstreamProtocol}, pilot/pkg/networking/core/cluster_builder.go. */
final class HttpProtocols {

    private static final Http1ProtocolOptions KEEPING_HEADER_CASE = Http1ProtocolOptions.newBuilder()
            .setHeaderKeyFormat(HeaderKeyFormat.newBuilder()
                    .setStatefulFormatter(TypedExtensionConfig.newBuilder()
                            .setName("preserve_case")
                            .setTypedConfig(Any.newBuilder()
                                    .setTypeUrl("type.googleapis.com/envoy.extensions.http.header_formatters"
                                            + ".preserve_case.v3.PreserveCaseFormatterConfig"))))
            .build();

    private static final Http2ProtocolOptions MANY_STREAMS = Http2ProtocolOptions.newBuilder()
            .setMaxConcurrentStreams(UInt32Value.of(1 << 30))
            .build();

    private HttpProtocols() {}

    /** What a port's protocol asks for. */
    static void ofPort(ClusterDraft draft, Protocol protocol, ClusterScope scope) {
        if (protocol.isHttp2()) {
            http2(draft.http(), scope);
            return;
        }
        if ((protocol.isHttp() || protocol == Protocol.UNSUPPORTED) && HeaderCase.isKeptToServices(scope)) {
            draft.http()
                    .setExplicitHttpConfig(ExplicitHttpConfig.newBuilder().setHttpProtocolOptions(KEEPING_HEADER_CASE));
        }
        if (protocol == Protocol.UNSUPPORTED) {
            asClient(draft.http(), scope);
        }
    }

    /** HTTP/1.1 with Envoy's defaults. */
    static void http1(HttpProtocolOptions.Builder http) {
        http.setExplicitHttpConfig(
                ExplicitHttpConfig.newBuilder().setHttpProtocolOptions(Http1ProtocolOptions.getDefaultInstance()));
    }

    /** HTTP/2. */
    static void http2(HttpProtocolOptions.Builder http, ClusterScope scope) {
        http.setExplicitHttpConfig(ExplicitHttpConfig.newBuilder().setHttp2ProtocolOptions(http2Options(scope)));
    }

    /** As the client speaks. */
    static void asClient(HttpProtocolOptions.Builder http, ClusterScope scope) {
        http.setUseDownstreamProtocolConfig(UseDownstreamHttpConfig.newBuilder()
                .setHttpProtocolOptions(http.getExplicitHttpConfig().getHttpProtocolOptions())
                .setHttp2ProtocolOptions(http2Options(scope)));
    }

    /** The settings of HTTP/2 that nothing asks for. */
    static Http2ProtocolOptions http2Options(ClusterScope scope) {
        return switch (scope.choice(HttpDefaults.class)) {
            case PASSTHROUGH_IDLE_TIMEOUT -> Http2ProtocolOptions.getDefaultInstance();
            case STREAM_LIMIT -> MANY_STREAMS;
        };
    }

    /** HTTP/1.1 that keeps the case of header names. */
    static Http1ProtocolOptions keepingHeaderCase() {
        return KEEPING_HEADER_CASE;
    }
}
