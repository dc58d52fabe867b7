package dev.dsctl.render.cluster;

import dev.dsctl.model.profile.PolicyChoices;
import dev.dsctl.model.traffic.ClientTls;
import io.envoyproxy.envoy.config.core.v3.UpstreamHttpProtocolOptions;

/**
 * Whether hosts are asked for, and their certificates checked, by the name in the request. Source:
 * {@code setAutoSniAndAutoSanValidation}, pilot/pkg/networking/core/cluster_tls.go.
 */
final class AutoSni {

    private static final String VARIABLE = "ENABLE_AUTO_SNI";

    private AutoSni() {}

    static void apply(ClusterDraft draft, ClientTls tls, ClusterScope scope) {
        boolean on = switch (scope.choice(PolicyChoices.AutoSni.class)) {
            case WHEN_ASKED -> scope.env().flag(VARIABLE, false);
            case UNLESS_REFUSED -> scope.env().flag(VARIABLE, true);
            case ALWAYS -> true;
        };
        boolean sni = tls.sni().isEmpty();
        if (!on || !sni) {
            return;
        }
        UpstreamHttpProtocolOptions.Builder options =
                draft.http().getUpstreamHttpProtocolOptionsBuilder().setAutoSni(true);
        boolean skips = tls.insecureSkipVerify() && scope.profile().has(PolicyChoices.InsecureSkipVerify.HONOURED);
        if (CertificateCheck.isOn(scope) && tls.subjectAltNames().isEmpty() && !skips) {
            options.setAutoSanValidation(true);
        }
    }
}
