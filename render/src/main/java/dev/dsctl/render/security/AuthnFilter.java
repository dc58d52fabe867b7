package dev.dsctl.render.security;

import dev.dsctl.istio.authn.FilterConfig;
import dev.dsctl.istio.authn.Jwt;
import dev.dsctl.istio.authn.OriginAuthenticationMethod;
import dev.dsctl.istio.authn.Policy;
import dev.dsctl.istio.authn.PrincipalBinding;
import dev.dsctl.model.security.RequestAuthentication.JwtRule;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;

/** Istio's own filter that makes a token's claims known. Source: {@code AuthNFilter}, pilot/pkg/security/authn/policy_applier.go. */
final class AuthnFilter {

    private AuthnFilter() {}

    static HttpFilter of(List<JwtRule> rules) {
        Policy.Builder policy =
                Policy.newBuilder().setOriginIsOptional(true).setPrincipalBinding(PrincipalBinding.USE_ORIGIN);
        rules.forEach(rule -> policy.addOrigins(
                OriginAuthenticationMethod.newBuilder().setJwt(Jwt.newBuilder().setIssuer(rule.issuer()))));
        FilterConfig config = FilterConfig.newBuilder()
                .setPolicy(policy)
                .setSkipValidateTrustDomain(true)
                .setDisableClearRouteCache(true)
                .build();
        return RbacFilters.httpFilter("istio_authn", config);
    }
}
