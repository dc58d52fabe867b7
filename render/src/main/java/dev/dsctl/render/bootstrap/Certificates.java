package dev.dsctl.render.bootstrap;

import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import java.util.Optional;

/**
 * Files in place of the certificates that Istio's agent and istiod hand out, and of those in the pod's file system. Names of secrets are
 * those of pilot/pkg/security/model/authentication.go.
 *
 * @param folder where the files are; empty when there are none
 */
record Certificates(Optional<String> folder) {

    private static final String FILE_CERTIFICATE = "file-cert:";
    private static final String FILE_ROOT = "file-root:";
    private static final String SYSTEM_ROOTS = "/etc/ssl/certs/ca-certificates.crt";
    private static final String ROOT_OF_CREDENTIAL = "-cacert";

    /** TLS with files; without TLS when it needs a certificate of its own and there is no folder. */
    Optional<CommonTlsContext> of(CommonTlsContext tls) {
        if (folder.isPresent()) {
            return Optional.of(withFiles(tls));
        }
        boolean needsOwn = tls.getTlsCertificatesCount() > 0 || tls.getTlsCertificateSdsSecretConfigsCount() > 0;
        return needsOwn ? Optional.empty() : Optional.of(leavesUnchecked(tls) ? unchecked(tls) : tls);
    }

    /** Whether TLS names issuers that can't be known here. */
    boolean leavesUnchecked(CommonTlsContext tls) {
        return folder.isEmpty()
                && (tls.hasCombinedValidationContext()
                        || tls.hasValidationContextSdsSecretConfig()
                        || tls.getValidationContext().getTrustedCa().hasFilename());
    }

    private static CommonTlsContext unchecked(CommonTlsContext tls) {
        return tls.toBuilder().clearValidationContextType().build();
    }

    private CommonTlsContext withFiles(CommonTlsContext tls) {
        CommonTlsContext.Builder made =
                tls.toBuilder().clearTlsCertificateSdsSecretConfigs().clearTlsCertificates();
        for (SdsSecretConfig secret : tls.getTlsCertificateSdsSecretConfigsList()) {
            made.addTlsCertificates(certificate(secret.getName()));
        }
        for (TlsCertificate own : tls.getTlsCertificatesList()) {
            made.addTlsCertificates(own.toBuilder()
                    .setCertificateChain(below(own.getCertificateChain()))
                    .setPrivateKey(below(own.getPrivateKey())));
        }
        switch (tls.getValidationContextTypeCase()) {
            case COMBINED_VALIDATION_CONTEXT -> {
                var combined = tls.getCombinedValidationContext();
                made.setValidationContext(combined.getDefaultValidationContext().toBuilder()
                        .setTrustedCa(root(
                                combined.getValidationContextSdsSecretConfig().getName())));
            }
            case VALIDATION_CONTEXT_SDS_SECRET_CONFIG ->
                made.setValidationContext(CertificateValidationContext.newBuilder()
                        .setTrustedCa(
                                root(tls.getValidationContextSdsSecretConfig().getName())));
            case VALIDATION_CONTEXT -> {
                if (tls.getValidationContext().getTrustedCa().hasFilename()) {
                    made.getValidationContextBuilder()
                            .setTrustedCa(below(tls.getValidationContext().getTrustedCa()));
                }
            }
            default -> {
                // Nothing is checked.
            }
        }
        return made.build();
    }

    private TlsCertificate certificate(String secret) {
        if (secret.startsWith(FILE_CERTIFICATE)) {
            String[] files = secret.substring(FILE_CERTIFICATE.length()).split("~", 2);
            return certificate(files[0], files[files.length - 1]);
        }
        return secret.equals("default")
                ? certificate("cert-chain.pem", "key.pem")
                : certificate(credential(secret) + "/tls.crt", credential(secret) + "/tls.key");
    }

    private TlsCertificate certificate(String chain, String key) {
        return TlsCertificate.newBuilder()
                .setCertificateChain(file(chain))
                .setPrivateKey(file(key))
                .build();
    }

    private DataSource root(String secret) {
        if (secret.equals(FILE_ROOT + "system")) {
            return DataSource.newBuilder().setFilename(SYSTEM_ROOTS).build();
        }
        if (secret.startsWith(FILE_ROOT)) {
            return file(secret.substring(FILE_ROOT.length()));
        }
        return file(secret.equals("ROOTCA") ? "root-cert.pem" : credential(secret) + "/ca.crt");
    }

    /** {@code kubernetes://web-cacert} is in {@code web}. */
    private static String credential(String secret) {
        String name = secret.substring(secret.lastIndexOf("//") < 0 ? 0 : secret.lastIndexOf("//") + 2);
        return name.endsWith(ROOT_OF_CREDENTIAL)
                ? name.substring(0, name.length() - ROOT_OF_CREDENTIAL.length())
                : name;
    }

    private DataSource below(DataSource source) {
        return source.hasFilename() ? file(source.getFilename()) : source;
    }

    private DataSource file(String path) {
        String name = path.startsWith("/") ? path : "/" + path;
        return DataSource.newBuilder().setFilename(folder.orElseThrow() + name).build();
    }
}
