package dev.dsctl.model.sidecar;

import java.util.List;

/**
 * How a server secures connections. Source: istio/api networking/v1alpha3/gateway.proto ({@code ServerTLSSettings}).
 *
 * @param mode who shows a certificate
 * @param files certificates that lie in the proxy's file system
 * @param credentialName the secret that holds the certificates, empty when not set
 * @param subjectAltNames names of which a client's certificate must have one
 * @param versions which versions of TLS are spoken
 * @param cipherSuites which ciphers, none for the defaults
 */
public record ServerTls(
        Mode mode,
        Files files,
        String credentialName,
        List<String> subjectAltNames,
        Versions versions,
        List<String> cipherSuites) {

    /** Who shows a certificate. */
    public enum Mode {
        PASSTHROUGH,
        SIMPLE,
        MUTUAL,
        AUTO_PASSTHROUGH,
        ISTIO_MUTUAL,
        OPTIONAL_MUTUAL
    }

    /**
     * Paths of certificates, empty when not set.
     *
     * @param serverCertificate the server's certificate
     * @param privateKey the server's key
     * @param caCertificates who may have issued a client's certificate
     * @param caCrl certificates that were revoked
     */
    public record Files(String serverCertificate, String privateKey, String caCertificates, String caCrl) {}

    /**
     * Versions of TLS, {@code TLS_AUTO} or for instance {@code TLSV1_2}.
     *
     * @param lowest the oldest
     * @param highest the newest
     */
    public record Versions(String lowest, String highest) {}
}
