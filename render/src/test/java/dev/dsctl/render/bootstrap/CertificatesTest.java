package dev.dsctl.render.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesTest {

    private static final Certificates FILES = new Certificates(Optional.of("certs"));
    private static final Certificates NONE = new Certificates(Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "default, certs/cert-chain.pem, certs/key.pem",
        "file-cert:/etc/c.pem~/etc/k.pem, certs/etc/c.pem, certs/etc/k.pem",
        "kubernetes://web, certs/web/tls.crt, certs/web/tls.key",
    })
    void secretsOfCertificatesAreFiles(String secret, String chain, String key) {
        CommonTlsContext made = FILES.of(CommonTlsContext.newBuilder()
                        .addTlsCertificateSdsSecretConfigs(secret(secret))
                        .build())
                .orElseThrow();
        assertThat(made.getTlsCertificateSdsSecretConfigsList()).isEmpty();
        assertThat(made.getTlsCertificates(0).getCertificateChain().getFilename())
                .isEqualTo(chain);
        assertThat(made.getTlsCertificates(0).getPrivateKey().getFilename()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "ROOTCA, certs/root-cert.pem",
        "file-root:/etc/ca.pem, certs/etc/ca.pem",
        "file-root:system, /etc/ssl/certs/ca-certificates.crt",
        "kubernetes://web-cacert, certs/web/ca.crt",
    })
    void secretsOfIssuersAreFiles(String secret, String file) {
        CertificateValidationContext made =
                FILES.of(checking(secret)).orElseThrow().getValidationContext();
        assertThat(made.getTrustedCa().getFilename()).isEqualTo(file);
        assertThat(made.getMatchTypedSubjectAltNamesCount() + made.getMatchSubjectAltNamesCount())
                .as("who may be on the other side stays")
                .isEqualTo(1);
    }

    @Test
    void withoutFilesAClientThatNeedsNoCertificateKeepsTls() {
        CommonTlsContext made = NONE.of(checking("file-root:/etc/ca.pem")).orElseThrow();
        assertThat(made).isEqualTo(CommonTlsContext.getDefaultInstance());
        assertThat(NONE.leavesUnchecked(checking("ROOTCA"))).isTrue();
        assertThat(NONE.leavesUnchecked(CommonTlsContext.getDefaultInstance())).isFalse();
    }

    @Test
    void withoutFilesNobodyHasACertificate() {
        assertThat(NONE.of(checking("ROOTCA").toBuilder()
                        .addTlsCertificateSdsSecretConfigs(secret("default"))
                        .build()))
                .isEmpty();
    }

    @SuppressWarnings("deprecation")
    private static CommonTlsContext checking(String issuers) {
        return CommonTlsContext.newBuilder()
                .setCombinedValidationContext(CombinedCertificateValidationContext.newBuilder()
                        .setDefaultValidationContext(CertificateValidationContext.newBuilder()
                                .addMatchSubjectAltNames(
                                        StringMatcher.newBuilder().setExact("spiffe://a/b")))
                        .setValidationContextSdsSecretConfig(secret(issuers)))
                .build();
    }

    private static SdsSecretConfig secret(String name) {
        return SdsSecretConfig.newBuilder().setName(name).build();
    }
}
