package dev.dsctl.render.cluster;

import dev.dsctl.model.profile.PolicyChoices;
import dev.dsctl.model.security.MutualTlsMode;
import dev.dsctl.model.traffic.ClientTls;
import dev.dsctl.model.traffic.ClientTls.Mode;
import dev.dsctl.render.cluster.EffectiveTls.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which TLS settings hold for a cluster: those asked for, completed, or mutual TLS if the other side accepts it. Source:
 * {@code buildUpstreamTLSSettings}, pilot/pkg/networking/core/cluster_tls.go.
 */
final class ClientTlsSettings {

    private final ClusterScope scope;
    private final Optional<ClientTls.Files> metadataFiles;

    ClientTlsSettings(ClusterScope scope) {
        this.scope = scope;
        Map<String, String> metadata = scope.proxy().metadata();
        String chain = metadata.getOrDefault("TLS_CLIENT_CERT_CHAIN", "");
        this.metadataFiles = chain.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClientTls.Files(
                        chain,
                        metadata.getOrDefault("TLS_CLIENT_KEY", ""),
                        metadata.getOrDefault("TLS_CLIENT_ROOT_CERT", ""),
                        ""));
    }

    Optional<EffectiveTls> of(OutboundPort port, ClusterPolicy policy, String sni) {
        Optional<ClientTls> asked = policy.policy().tls();
        if (asked.isPresent()) {
            return Optional.of(new EffectiveTls(completed(asked.get(), port, sni), Origin.RULE));
        }
        boolean accepted = policy.accepted() == MutualTlsMode.PERMISSIVE || policy.accepted() == MutualTlsMode.STRICT;
        if (port.service().meshExternal() || !scope.mesh().autoMtls() || !accepted) {
            return Optional.empty();
        }
        ClientTls automatic = metadataFiles
                .map(files -> mutual(files, port.accounts(), sni))
                .orElseGet(() -> ClientTls.istioMutual(port.accounts(), sni, false));
        return Optional.of(new EffectiveTls(automatic, Origin.AUTOMATIC));
    }

    private ClientTls completed(ClientTls asked, OutboundPort port, String sni) {
        if (asked.mode() == Mode.DISABLE || asked.mode() == Mode.SIMPLE) {
            return asked;
        }
        if (metadataFiles.isPresent() && !keepsRule(port)) {
            return mutual(metadataFiles.get(), asked.subjectAltNames(), asked.sni());
        }
        if (asked.mode() != Mode.ISTIO_MUTUAL) {
            return asked;
        }
        return ClientTls.istioMutual(
                asked.subjectAltNames().isEmpty() ? port.accounts() : asked.subjectAltNames(),
                asked.sni().isEmpty() ? sni : asked.sni(),
                asked.insecureSkipVerify());
    }

    private boolean keepsRule(OutboundPort port) {
        return switch (scope.choice(PolicyChoices.MetadataCertificates.class)) {
            case ALWAYS -> false;
            case INSIDE_THE_MESH ->
                port.service().meshExternal()
                        && scope.env().flag("PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES", true);
        };
    }

    private static ClientTls mutual(ClientTls.Files files, List<String> names, String sni) {
        return new ClientTls(Mode.MUTUAL, files, "", names, sni, false);
    }
}
