package dev.dsctl.render.listener;

import com.google.protobuf.BoolValue;
import dev.dsctl.model.mesh.ProxyConfig;
import dev.dsctl.model.profile.ListenerChoices.ForwardedPort;
import dev.dsctl.model.profile.ListenerChoices.HeaderCase;
import dev.dsctl.model.profile.ListenerChoices.HeaderSettings;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertDetails;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ServerHeaderTransformation;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.SetCurrentClientCertDetails;
import io.envoyproxy.envoy.extensions.http.header_formatters.preserve_case.v3.PreserveCaseFormatterConfig;

/** Which headers a sidecar adds or hides. Source: pilot/pkg/networking/util/proxy_headers.go. */
final class ProxyHeaders {

    private static final ProxyConfig.Headers FIXED = ProxyConfig.DEFAULT.headers();

    private final ProxyView view;
    private final ProxyConfig.Headers written;
    private final ProxyConfig.Headers headers;
    private final ProxyConfig.ClientCert clientCert;

    ProxyHeaders(ProxyView view) {
        this.view = view;
        this.written = view.proxy().config().headers();
        HeaderSettings settings = view.profile().choice(HeaderSettings.class);
        this.headers = switch (settings) {
            case FIXED -> FIXED;
            case CONFIGURABLE, WITH_CLIENT_CERT -> written;
        };
        this.clientCert = settings == HeaderSettings.WITH_CLIENT_CERT ? headers.clientCert() : FIXED.clientCert();
    }

    /** Whether Envoy's own headers are added. */
    boolean showsDebugHeaders() {
        return headers.debug();
    }

    /** To whom the proxy tells in requests who it is. */
    MetadataExchange.Propagation propagation() {
        return headers.exchangeInMeshOnly()
                ? MetadataExchange.Propagation.MESH_ONLY
                : MetadataExchange.Propagation.EVERYONE;
    }

    /** Settings of a connection manager of one direction. */
    void apply(HttpConnectionManager.Builder manager, Direction direction) {
        if (direction == Direction.INBOUND) {
            applyClientCert(manager);
        }
        if (!headers.server()) {
            manager.setServerHeaderTransformation(ServerHeaderTransformation.PASS_THROUGH);
        } else if (!headers.serverName().isEmpty()) {
            manager.setServerName(headers.serverName());
        } else if (direction == Direction.INBOUND) {
            manager.setServerName("istio-envoy");
        }
        if (!headers.requestId()) {
            manager.setGenerateRequestId(BoolValue.of(false));
        }
        manager.setAppendXForwardedPort(
                written.forwardedPort() && view.profile().has(ForwardedPort.CONFIGURABLE));
    }

    /** HTTP/1 settings, to be merged with others. */
    Http1ProtocolOptions http1Options() {
        boolean keep = written.keepCase() && view.profile().has(HeaderCase.CONFIGURABLE);
        return keep ? KeepCase.OPTIONS : Http1ProtocolOptions.getDefaultInstance();
    }

    private void applyClientCert(HttpConnectionManager.Builder manager) {
        String forwarded = headers.forwardedClientCert();
        manager.setForwardClientCertDetails(
                        forwarded.isEmpty() || forwarded.equals("UNDEFINED")
                                ? ForwardClientCertDetails.APPEND_FORWARD
                                : ForwardClientCertDetails.valueOf(forwarded))
                .setSetCurrentClientCertDetails(SetCurrentClientCertDetails.newBuilder()
                        .setSubject(BoolValue.of(clientCert.subject()))
                        .setUri(clientCert.uri())
                        .setDns(clientCert.dns())
                        .setCert(clientCert.cert())
                        .setChain(clientCert.chain()));
    }

    /** Rarely needed, so made when it is. */
    private static final class KeepCase {

        static final Http1ProtocolOptions OPTIONS = Http1ProtocolOptions.newBuilder()
                .setHeaderKeyFormat(Http1ProtocolOptions.HeaderKeyFormat.newBuilder()
                        .setStatefulFormatter(TypedExtensionConfig.newBuilder()
                                .setName("preserve_case")
                                .setTypedConfig(Envoy.any(PreserveCaseFormatterConfig.getDefaultInstance()))))
                .build();
    }
}
