package dev.dsctl.render.security;

import com.google.protobuf.Empty;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.SecurityChoices.JwtCookies;
import dev.dsctl.model.profile.SecurityChoices.JwtPayload;
import dev.dsctl.model.profile.SecurityChoices.SpaceDelimitedClaims;
import dev.dsctl.model.security.RequestAuthentication.JwtRule;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementAndList;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.RequirementRule;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The filters that check tokens. Source: {@code convertToEnvoyJwtConfig}, pilot/pkg/security/authn/policy_applier.go. */
final class JwtFilters {

    private static final String NAME = "envoy.filters.http.jwt_authn";
    private static final List<String> SPACE_DELIMITED = List.of("scope", "permission");

    private JwtFilters() {}

    /** The filters for the rules of a workload; none without rules. */
    static List<HttpFilter> of(List<JwtRule> rules, IstioProfile profile) {
        if (rules.isEmpty()) {
            return List.of();
        }
        HttpFilter jwt = RbacFilters.httpFilter(NAME, authentication(rules, profile));
        return switch (profile.choice(JwtPayload.class)) {
            case AUTHN_FILTER -> List.of(jwt, AuthnFilter.of(rules));
            case ENVOY_METADATA -> List.of(jwt);
        };
    }

    private static JwtAuthentication authentication(List<JwtRule> rules, IstioProfile profile) {
        JwtAuthentication.Builder result = JwtAuthentication.newBuilder();
        List<JwtRequirement> any = new ArrayList<>();
        List<JwtRequirement> eachOrMissing = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            String name = "origins-" + i;
            result.putProviders(name, provider(rules.get(i), profile));
            JwtRequirement valid =
                    JwtRequirement.newBuilder().setProviderName(name).build();
            any.add(valid);
            eachOrMissing.add(anyOf(List.of(valid, MISSING)));
        }
        return result.addRules(RequirementRule.newBuilder()
                        .setMatch(RouteMatch.newBuilder().setPrefix("/"))
                        .setRequires(requirement(any, eachOrMissing)))
                .setBypassCorsPreflight(true)
                .build();
    }

    private static final JwtRequirement MISSING = JwtRequirement.newBuilder()
            .setAllowMissing(Empty.getDefaultInstance())
            .build();

    /**
     * A token that is there must be valid. With several providers a token in a place they share is valid for one of them only, so any
     * valid one is enough.
     */
    private static JwtRequirement requirement(List<JwtRequirement> any, List<JwtRequirement> eachOrMissing) {
        if (eachOrMissing.size() == 1) {
            return eachOrMissing.get(0);
        }
        List<JwtRequirement> alternatives = new ArrayList<>(any);
        alternatives.add(JwtRequirement.newBuilder()
                .setRequiresAll(JwtRequirementAndList.newBuilder().addAllRequirements(eachOrMissing))
                .build());
        return anyOf(alternatives);
    }

    private static JwtRequirement anyOf(List<JwtRequirement> requirements) {
        return JwtRequirement.newBuilder()
                .setRequiresAny(JwtRequirementOrList.newBuilder().addAllRequirements(requirements))
                .build();
    }

    private static JwtProvider provider(JwtRule rule, IstioProfile profile) {
        JwtProvider.Builder provider = JwtProvider.newBuilder()
                .setIssuer(rule.issuer())
                .addAllAudiences(rule.audiences())
                .setForward(rule.forwardOriginalToken())
                .setForwardPayloadHeader(rule.outputPayloadToHeader())
                .addAllFromParams(rule.fromParams())
                .setLocalJwks(DataSource.newBuilder().setInlineString(Jwks.of(rule, profile)));
        rule.outputClaimToHeaders()
                .forEach(claim -> provider.addClaimToHeaders(JwtClaimToHeader.newBuilder()
                        .setHeaderName(claim.header())
                        .setClaimName(claim.claim())));
        rule.fromHeaders()
                .forEach(header -> provider.addFromHeaders(
                        JwtHeader.newBuilder().setName(header.name()).setValuePrefix(header.prefix())));
        if (profile.has(JwtCookies.HONOURED)) {
            provider.addAllFromCookies(rule.fromCookies());
        }
        return withPayload(provider, rule, profile).build();
    }

    private static JwtProvider.Builder withPayload(JwtProvider.Builder provider, JwtRule rule, IstioProfile profile) {
        return switch (profile.choice(JwtPayload.class)) {
            case AUTHN_FILTER -> provider.setPayloadInMetadata(rule.issuer());
            case ENVOY_METADATA ->
                provider.setPayloadInMetadata("payload")
                        .setNormalizePayloadInMetadata(JwtProvider.NormalizePayload.newBuilder()
                                .addAllSpaceDelimitedClaims(spaceDelimited(rule, profile)));
        };
    }

    private static Iterable<String> spaceDelimited(JwtRule rule, IstioProfile profile) {
        return switch (profile.choice(SpaceDelimitedClaims.class)) {
            case FIXED -> SPACE_DELIMITED;
            case CONFIGURABLE -> {
                Set<String> claims = new TreeSet<>(SPACE_DELIMITED);
                claims.addAll(rule.spaceDelimitedClaims());
                yield claims;
            }
        };
    }
}
