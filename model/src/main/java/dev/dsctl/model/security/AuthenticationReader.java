package dev.dsctl.model.security;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.WorkloadSelector;
import dev.dsctl.model.security.RequestAuthentication.ClaimHeader;
import dev.dsctl.model.security.RequestAuthentication.Header;
import dev.dsctl.model.security.RequestAuthentication.JwtRule;
import java.util.HashMap;
import java.util.Map;

/** Reads PeerAuthentications and RequestAuthentications. Source: istio/api security/v1beta1. */
final class AuthenticationReader {

    private static final int MAX_PORT = 65535;

    private AuthenticationReader() {}

    static PeerAuthentication peer(Manifest manifest, Problems problems) {
        Fields spec = Fields.of(manifest, problems).fields("spec");
        Fields portLevel = spec.fields("portLevelMtls");
        Map<Integer, MutualTlsMode> ports = new HashMap<>();
        for (String port : portLevel.keys()) {
            ports.put(port(portLevel, port), mode(portLevel.fields(port)));
        }
        return new PeerAuthentication(
                ObjectMeta.of(manifest), WorkloadSelector.of(spec), mode(spec.fields("mtls")), ports);
    }

    private static int port(Fields portLevel, String key) {
        boolean number = !key.isEmpty() && key.length() <= 5 && key.chars().allMatch(Character::isDigit);
        if (!number || Integer.parseInt(key) < 1 || Integer.parseInt(key) > MAX_PORT) {
            portLevel.error(key, "must be a port number between 1 and " + MAX_PORT);
            return 0;
        }
        return Integer.parseInt(key);
    }

    private static MutualTlsMode mode(Fields mtls) {
        String mode = mtls.string("mode", "UNSET");
        return switch (mode) {
            case "UNSET" -> MutualTlsMode.UNKNOWN;
            case "DISABLE" -> MutualTlsMode.DISABLE;
            case "PERMISSIVE" -> MutualTlsMode.PERMISSIVE;
            case "STRICT" -> MutualTlsMode.STRICT;
            default -> {
                mtls.error("mode", "must be UNSET, DISABLE, PERMISSIVE or STRICT, is '" + mode + "'");
                yield MutualTlsMode.UNKNOWN;
            }
        };
    }

    static RequestAuthentication request(Manifest manifest, Problems problems) {
        Fields spec = Fields.of(manifest, problems).fields("spec");
        return new RequestAuthentication(
                ObjectMeta.of(manifest),
                WorkloadSelector.of(spec),
                spec.list("jwtRules").stream().map(AuthenticationReader::rule).toList());
    }

    private static JwtRule rule(Fields rule) {
        return new JwtRule(
                rule.requiredString("issuer"),
                rule.strings("audiences"),
                rule.string("jwksUri", rule.string("jwks_uri")),
                rule.string("jwks"),
                rule.list("fromHeaders").stream()
                        .map(header -> new Header(header.requiredString("name"), header.string("prefix")))
                        .toList(),
                rule.strings("fromParams"),
                rule.strings("fromCookies"),
                rule.string("outputPayloadToHeader"),
                rule.list("outputClaimToHeaders").stream()
                        .map(claim -> new ClaimHeader(claim.requiredString("header"), claim.requiredString("claim")))
                        .toList(),
                rule.bool("forwardOriginalToken", false),
                rule.duration("timeout").orElse(null),
                rule.strings("spaceDelimitedClaims"));
    }
}
