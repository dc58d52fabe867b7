package dev.dsctl.model.traffic;

import java.util.List;

/**
 * How connections to hosts are secured. Source: istio/api networking/v1alpha3/destination_rule.proto ({@code ClientTLSSettings}).
 *
 * @param mode who shows a certificate
 * @param files certificates that lie in the proxy's file system
 * @param credentialName the secret that holds the certificates, empty when not set
 * @param subjectAltNames names of which the host's certificate must have one
 * @param sni server name to ask for, empty when not set
 * @param insecureSkipVerify whether any certificate will do
 */
public record ClientTls(
        Mode mode,
        Files files,
        String credentialName,
        List<String> subjectAltNames,
        String sni,
        boolean insecureSkipVerify) {

    public ClientTls {
        subjectAltNames = List.copyOf(subjectAltNames);
    }

    /** Who shows a certificate. */
    public enum Mode {
        DISABLE,
        SIMPLE,
        MUTUAL,
        ISTIO_MUTUAL
    }

    /**
     * Paths of certificates, empty when not set.
     *
     * @param clientCertificate the client's certificate
     * @param privateKey the client's key
     * @param caCertificates who may have issued the host's certificate
     * @param caCrl certificates that were revoked
     */
    public record Files(String clientCertificate, String privateKey, String caCertificates, String caCrl) {

        /** None is set. */
        public static final Files NONE = new Files("", "", "", "");
    }

    /** Mutual TLS with the mesh's certificates. */
    public static ClientTls istioMutual(List<String> subjectAltNames, String sni, boolean insecureSkipVerify) {
        return new ClientTls(Mode.ISTIO_MUTUAL, Files.NONE, "", subjectAltNames, sni, insecureSkipVerify);
    }
}
