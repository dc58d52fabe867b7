package dev.dsctl.render.security;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.SecurityChoices.UnfetchedJwks;
import dev.dsctl.model.security.RequestAuthentication.JwtRule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The keys that check an issuer's tokens. Only inline ones can be known from manifests; others are written as istiod writes them when it
 * can't fetch them. Source: {@code BuildLocalJwks}, pilot/pkg/model/jwks_resolver.go.
 */
final class Jwks {

    private static final String NOT_FETCHED = "Error-IstiodFailedToFetchJwksUri-";

    /** The modulus of the public key whose private half was thrown away; Istio's constant, so that the text is equal. */
    private static final String DISCARDED_KEY =
            "0xObjM0UvS_oaazjpEYlAbwctEJ4L8pH3OuTb7qth7gUwqet-EzQB4dgFdvSdMgrLnSncQGRjpEYz3F3viIbH-3EN3TxSlPNviHxeOdyiBVfumN8dMxbLvVJUpfNOnvm"
                    + "MxJcl-8NNjAwcOjk4otSALaYgYYyOPyvKtgVdrQr-FoubWX4yrjxW-MJ2-7OBeepUUNOsVwGV23YX03sVkkyvY3otRflkBcY3_HKpBxJl9wk2GyOShN4_PNUF9-v"
                    + "wfnvOXMbCDX-w4PTef4geeb_GiT40YCKHTKMSPVanGRn5GExIWmki-mmqh94-mPTJyBR74ShspL3BxPZitDL574T1w";

    private static final String PUBLIC_ONLY = """
            {
              "keys": [
                {
                  "kty": "RSA",
                  "e": "AQAB",
                  "n": "%s"
                }
              ]
            }""".formatted(DISCARDED_KEY);

    private Jwks() {}

    /** The key set, a JSON text. */
    static String of(JwtRule rule, IstioProfile profile) {
        if (!rule.jwks().isEmpty()) {
            return rule.jwks();
        }
        return switch (profile.choice(UnfetchedJwks.class)) {
            case NAMES_URI -> namingUri(rule.jwksUri());
            case PUBLIC_ONLY -> PUBLIC_ONLY;
        };
    }

    private static String namingUri(String uri) {
        String modulus = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((NOT_FETCHED + uri).getBytes(StandardCharsets.UTF_8));
        return "{\"keys\":[ {\"e\":\"AQAB\",\"kid\":\"abc\",\"kty\":\"RSA\",\"n\":\"" + modulus + "\"}]}";
    }
}
