package dev.dsctl.render.listener;

import com.google.protobuf.BoolValue;
import dev.dsctl.model.profile.ListenerChoices.OwnTlsDefaults;
import dev.dsctl.model.profile.ListenerChoices.OwnTlsMinimum;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.sidecar.ServerTls;
import dev.dsctl.model.traffic.MeshTraffic.TlsDefaults;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The TLS that a Sidecar's ingress listener takes off. Source: {@code BuildListenerTLSContext}, pilot/pkg/networking/core/listener.go.
 *
 * @param view what the proxy sees
 * @param settings the listener's
 */
record IngressTls(ProxyView view, ServerTls settings) {

    private static final String AUTO = "TLS_AUTO";
    private static final List<String> PROTOCOLS = List.of("h2", "http/1.1");

    TransportSocket socket() {
        boolean mutual = settings.mode() == ServerTls.Mode.MUTUAL;
        ServerTls.Files files = settings.files();
        CommonTlsContext.Builder common = CommonTlsContext.newBuilder()
                .addAllAlpnProtocols(PROTOCOLS)
                .addTlsCertificateSdsSecretConfigs(key(files));
        if (mutual || settings.mode() == ServerTls.Mode.OPTIONAL_MUTUAL) {
            common.setCombinedValidationContext(CommonTlsContext.CombinedCertificateValidationContext.newBuilder()
                    .setDefaultValidationContext(revoked(files))
                    .setValidationContextSdsSecretConfig(
                            files.caCertificates().isEmpty()
                                    ? DownstreamTls.secret("ROOTCA")
                                    : file("file-root:" + files.caCertificates())));
        }
        TlsParameters parameters = parameters();
        if (!parameters.equals(TlsParameters.getDefaultInstance())) {
            common.setTlsParams(parameters);
        }
        return DownstreamTls.socket(DownstreamTlsContext.newBuilder()
                .setCommonTlsContext(common)
                .setRequireClientCertificate(BoolValue.of(mutual))
                .build());
    }

    private static SdsSecretConfig key(ServerTls.Files files) {
        return files.serverCertificate().isEmpty() || files.privateKey().isEmpty()
                ? DownstreamTls.secret("default")
                : file("file-cert:" + files.serverCertificate() + "~" + files.privateKey());
    }

    /** A file is there at once: nobody need wait for it. */
    private static SdsSecretConfig file(String name) {
        SdsSecretConfig.Builder secret = DownstreamTls.secret(name).toBuilder();
        secret.getSdsConfigBuilder().clearInitialFetchTimeout();
        return secret.build();
    }

    private static CertificateValidationContext revoked(ServerTls.Files files) {
        return files.caCrl().isEmpty()
                ? CertificateValidationContext.getDefaultInstance()
                : CertificateValidationContext.newBuilder()
                        .setCrl(DataSource.newBuilder().setFilename(files.caCrl()))
                        .build();
    }

    private TlsParameters parameters() {
        TlsParameters.Builder parameters = TlsParameters.newBuilder();
        if (isSimpleOrMutual()) {
            addDefaults(parameters);
        }
        if (!settings.versions().lowest().equals(AUTO)) {
            parameters.setTlsMinimumProtocolVersion(version(settings.versions().lowest()));
        }
        if (!settings.versions().highest().equals(AUTO)) {
            parameters.setTlsMaximumProtocolVersion(version(settings.versions().highest()));
        }
        List<String> ciphers = new ArrayList<>(new LinkedHashSet<>(settings.cipherSuites()));
        if (!ciphers.isEmpty()) {
            parameters.clearCipherSuites().addAllCipherSuites(ciphers);
        }
        return parameters.build();
    }

    private boolean isSimpleOrMutual() {
        return switch (settings.mode()) {
            case SIMPLE, MUTUAL, OPTIONAL_MUTUAL -> true;
            case PASSTHROUGH, AUTO_PASSTHROUGH, ISTIO_MUTUAL -> false;
        };
    }

    /** What the mesh's {@code tlsDefaults} say. */
    private void addDefaults(TlsParameters.Builder parameters) {
        TlsDefaults defaults = view.mesh().config().traffic().tls();
        switch (view.profile().choice(OwnTlsDefaults.class)) {
            case NONE -> {}
            case CURVES_AND_VERSION -> addCurvesAndVersion(parameters, defaults);
            case CIPHERS_TOO -> {
                addCurvesAndVersion(parameters, defaults);
                parameters.addAllCipherSuites(defaults.cipherSuites());
            }
        }
    }

    private void addCurvesAndVersion(TlsParameters.Builder parameters, TlsDefaults defaults) {
        parameters.addAllEcdhCurves(defaults.ecdhCurves());
        if (!defaults.minVersion().equals(AUTO)) {
            parameters.setTlsMinimumProtocolVersion(minimum(defaults.minVersion()));
        }
    }

    private TlsProtocol minimum(String version) {
        boolean newest = version.equals("TLSV1_3");
        return switch (view.profile().choice(OwnTlsMinimum.class)) {
            case MISNUMBERED -> newest ? TlsProtocol.TLSv1_1 : TlsProtocol.TLSv1_0;
            case AS_WRITTEN -> newest ? TlsProtocol.TLSv1_3 : TlsProtocol.TLSv1_2;
        };
    }

    private static TlsProtocol version(String name) {
        return switch (name) {
            case "TLSV1_0" -> TlsProtocol.TLSv1_0;
            case "TLSV1_1" -> TlsProtocol.TLSv1_1;
            case "TLSV1_2" -> TlsProtocol.TLSv1_2;
            case "TLSV1_3" -> TlsProtocol.TLSv1_3;
            default -> TlsProtocol.TLS_AUTO;
        };
    }
}
