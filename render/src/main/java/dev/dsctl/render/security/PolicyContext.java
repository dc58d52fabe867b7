package dev.dsctl.render.security;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.security.AuthorizationPolicy;

/**
 * What rendering any policy of a proxy depends on.
 *
 * @param profile the release
 * @param chain for which kind of filter chain
 * @param trustDomains the mesh's
 */
record PolicyContext(IstioProfile profile, Chain chain, TrustDomains trustDomains) {

    RuleContext forPolicy(AuthorizationPolicy policy) {
        return new RuleContext(
                profile, chain, policy.meta().namespace(), trustDomains, OnUnsupported.of(policy.action()));
    }
}
