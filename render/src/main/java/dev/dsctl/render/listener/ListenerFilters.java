package dev.dsctl.render.listener;

import com.google.protobuf.Any;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.ListenerChoices.TlsInspectorBuffer;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.extensions.filters.listener.http_inspector.v3.HttpInspector;
import io.envoyproxy.envoy.extensions.filters.listener.original_dst.v3.OriginalDst;
import io.envoyproxy.envoy.extensions.filters.listener.original_src.v3.OriginalSrc;
import io.envoyproxy.envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector;

/**
 * The filters that look at a connection before a filter chain is picked. Source: pilot/pkg/xds/filters/filters.go.
 *
 * @param tlsInspector finds TLS and its server name
 * @param httpInspector finds HTTP
 */
record ListenerFilters(ListenerFilter tlsInspector, ListenerFilter httpInspector) {

    private static final int TLS_READ_BUFFER = 512;
    private static final int MARK = 1337;

    /** Those of a release. */
    static ListenerFilters of(IstioProfile profile) {
        TlsInspector tls = switch (profile.choice(TlsInspectorBuffer.class)) {
            case DEFAULT -> TlsInspector.getDefaultInstance();
            case SMALL ->
                TlsInspector.newBuilder()
                        .setInitialReadBufferSize(UInt32Value.of(TLS_READ_BUFFER))
                        .build();
        };
        return new ListenerFilters(
                filter("envoy.filters.listener.tls_inspector", Envoy.any(tls)),
                filter("envoy.filters.listener.http_inspector", Envoy.any(HttpInspector.getDefaultInstance())));
    }

    /** Restores the destination that redirection changed. */
    static ListenerFilter originalDestination() {
        return filter("envoy.filters.listener.original_dst", Envoy.any(OriginalDst.getDefaultInstance()));
    }

    /** Keeps the caller's address towards the application. */
    static ListenerFilter originalSource() {
        return filter(
                "envoy.filters.listener.original_src",
                Envoy.any(OriginalSrc.newBuilder().setMark(MARK).build()));
    }

    private static ListenerFilter filter(String name, Any config) {
        return ListenerFilter.newBuilder().setName(name).setTypedConfig(config).build();
    }
}
