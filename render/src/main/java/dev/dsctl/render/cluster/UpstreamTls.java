package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Service.Registry;
import dev.dsctl.model.profile.PolicyChoices;
import dev.dsctl.model.traffic.ClientTls;
import dev.dsctl.model.traffic.ClientTls.Mode;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.MeshTraffic;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;
import java.util.Optional;

/**
 * TLS towards hosts. Source: {@code buildUpstreamClusterTLSContext} and {@code constructUpstreamTLS},
 * pilot/pkg/networking/core/cluster_tls.go.
 */
final class UpstreamTls {

    private static final TlsParameters VERSIONS = TlsParameters.newBuilder()
            .setTlsMaximumProtocolVersion(TlsProtocol.TLSv1_3)
            .setTlsMinimumProtocolVersion(TlsProtocol.TLSv1_2)
            .build();

    private final ClusterDraft draft;
    private final OutboundPort port;
    private final ClusterScope scope;
    private final ClientTls tls;

    private UpstreamTls(ClusterDraft draft, OutboundPort port, ClientTls tls) {
        this.draft = draft;
        this.port = port;
        this.scope = port.scope();
        this.tls = tls;
    }

    /** What the settings ask for, empty for no TLS. May change the HTTP options of the cluster. */
    static Optional<UpstreamTlsContext> context(ClusterDraft draft, OutboundPort port, ClientTls tls) {
        UpstreamTls upstream = new UpstreamTls(draft, port, tls);
        if (upstream.isRefusedCredential()) {
            return Optional.empty();
        }
        return switch (tls.mode()) {
            case DISABLE -> Optional.empty();
            case ISTIO_MUTUAL -> Optional.of(upstream.istioMutual());
            case SIMPLE, MUTUAL -> upstream.own();
        };
    }

    /** Sidecars without access to a secret would wait for it when they start, so it must be meant for them. */
    private boolean isRefusedCredential() {
        if (tls.credentialName().isEmpty() || (tls.mode() != Mode.SIMPLE && tls.mode() != Mode.MUTUAL)) {
            return false;
        }
        boolean open = switch (scope.choice(PolicyChoices.SidecarCredentials.class)) {
            case WITH_SELECTOR -> false;
            case WITH_SELECTOR_OR_CONFIG_MAP -> tls.credentialName().startsWith("configmap://");
        };
        return !open && port.rule().flatMap(DestinationRule::selector).isEmpty();
    }

    private UpstreamTlsContext istioMutual() {
        CommonTlsContext.Builder common = CommonTlsContext.newBuilder()
                .setTlsParams(VERSIONS)
                .addTlsCertificateSdsSecretConfigs(SdsSecrets.WORKLOAD)
                .setCombinedValidationContext(CombinedCertificateValidationContext.newBuilder()
                        .setDefaultValidationContext(names(tls.subjectAltNames()))
                        .setValidationContextSdsSecretConfig(SdsSecrets.ROOT));
        if (MetadataExchange.isOffered(scope)) {
            common.addAlpnProtocols("istio-peer-exchange");
        }
        common.addAlpnProtocols("istio");
        if (draft.isHttp2()) {
            common.addAlpnProtocols("h2");
        }
        return UpstreamTlsContext.newBuilder()
                .setCommonTlsContext(common)
                .setSni(tls.sni().isEmpty() ? draft.cluster().getName() : tls.sni())
                .build();
    }

    private Optional<UpstreamTlsContext> own() {
        AutoSni.apply(draft, tls, scope);
        CommonTlsContext.Builder common = CommonTlsContext.newBuilder().setTlsParams(VERSIONS);
        // A ServiceEntry's names count where the rule gives none.
        List<String> names = tls.subjectAltNames().isEmpty() && port.service().registry() == Registry.SERVICE_ENTRY
                ? port.accounts()
                : tls.subjectAltNames();
        if (!tls.credentialName().isEmpty()) {
            credential(common, names);
        } else if (!files(common, names)) {
            return Optional.empty();
        }
        meshDefaults(common);
        if (draft.isHttp2()) {
            common.addAlpnProtocols("h2");
        }
        return Optional.of(UpstreamTlsContext.newBuilder()
                .setCommonTlsContext(common)
                .setSni(tls.sni())
                .build());
    }

    private void credential(CommonTlsContext.Builder common, List<String> names) {
        if (tls.mode() == Mode.MUTUAL) {
            common.addTlsCertificateSdsSecretConfigs(SdsSecrets.credential(tls.credentialName()));
        }
        if (!skipsVerify()) {
            SdsSecretConfig issuers = SdsSecrets.credential(tls.credentialName() + "-cacert");
            common.setCombinedValidationContext(CombinedCertificateValidationContext.newBuilder()
                    .setDefaultValidationContext(names(names))
                    .setValidationContextSdsSecretConfig(issuers));
        }
    }

    /** Says whether there is what mutual TLS needs. */
    private boolean files(CommonTlsContext.Builder common, List<String> names) {
        ClientTls.Files files = tls.files();
        if (tls.mode() == Mode.MUTUAL) {
            if (files.clientCertificate().isEmpty() || files.privateKey().isEmpty()) {
                return false;
            }
            common.addTlsCertificateSdsSecretConfigs(
                    SdsSecrets.file("file-cert:" + files.clientCertificate() + "~" + files.privateKey()));
        }
        String issuers = files.caCertificates();
        if (issuers.isEmpty() && CertificateCheck.isOn(scope)) {
            issuers = "system";
        }
        if (issuers.isEmpty() || skipsVerify()) {
            common.setValidationContext(CertificateValidationContext.getDefaultInstance());
            return true;
        }
        CertificateValidationContext.Builder validation = names(names).toBuilder();
        if (!files.caCrl().isEmpty() && scope.profile().has(PolicyChoices.RevokedCertificates.HONOURED)) {
            validation.setCrl(DataSource.newBuilder().setFilename(files.caCrl()));
        }
        common.setCombinedValidationContext(CombinedCertificateValidationContext.newBuilder()
                .setDefaultValidationContext(validation)
                .setValidationContextSdsSecretConfig(SdsSecrets.file("file-root:" + issuers)));
        return true;
    }

    private boolean skipsVerify() {
        return switch (scope.choice(PolicyChoices.InsecureSkipVerify.class)) {
            case IGNORED -> false;
            case HONOURED -> tls.insecureSkipVerify();
        };
    }

    private void meshDefaults(CommonTlsContext.Builder common) {
        MeshTraffic.TlsDefaults defaults = scope.mesh().tls();
        switch (scope.choice(PolicyChoices.TlsDefaults.class)) {
            case NONE -> {}
            case CURVES -> common.getTlsParamsBuilder().addAllEcdhCurves(defaults.ecdhCurves());
            case CURVES_AND_CIPHERS ->
                common.getTlsParamsBuilder()
                        .addAllEcdhCurves(defaults.ecdhCurves())
                        .addAllCipherSuites(defaults.cipherSuites());
        }
    }

    @SuppressWarnings("deprecation") // What Istio writes, and what all proxies in question read.
    private static CertificateValidationContext names(List<String> names) {
        CertificateValidationContext.Builder validation = CertificateValidationContext.newBuilder();
        for (String name : names) {
            validation.addMatchSubjectAltNames(StringMatcher.newBuilder().setExact(name));
        }
        return validation.build();
    }
}
