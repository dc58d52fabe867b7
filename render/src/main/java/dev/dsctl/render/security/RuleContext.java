package dev.dsctl.render.security;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.SecurityChoices.WildcardQuoting;

/**
 * What rendering a rule depends on besides the rule.
 *
 * @param profile the release
 * @param chain for which kind of filter chain
 * @param namespace the policy's
 * @param trustDomains the mesh's
 * @param onUnsupported what becomes of what can't be rendered
 */
record RuleContext(
        IstioProfile profile, Chain chain, String namespace, TrustDomains trustDomains, OnUnsupported onUnsupported) {

    /** Refuses attributes of requests on TCP chains. */
    void needsHttp(String attribute) {
        if (chain == Chain.TCP) {
            throw new UnsupportedRuleException(attribute + " is HTTP only");
        }
    }

    /** The literal parts of a value with wildcards, as they go into a regular expression. */
    String quoted(String literal) {
        return switch (profile.choice(WildcardQuoting.class)) {
            case AS_WRITTEN -> literal;
            case QUOTED -> StringMatchers.quote(literal);
        };
    }
}
