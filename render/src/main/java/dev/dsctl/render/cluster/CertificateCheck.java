package dev.dsctl.render.cluster;

import dev.dsctl.model.profile.PolicyChoices;

/** Whether certificates are checked although a policy names no issuer. */
final class CertificateCheck {

    private static final String VARIABLE = "VERIFY_CERTIFICATE_AT_CLIENT";

    private CertificateCheck() {}

    static boolean isOn(ClusterScope scope) {
        return switch (scope.choice(PolicyChoices.CertificateCheck.class)) {
            case WHEN_ASKED -> scope.env().flag(VARIABLE, false);
            case UNLESS_REFUSED -> scope.env().flag(VARIABLE, true);
            case ALWAYS -> true;
        };
    }
}
