package dev.dsctl.render.security;

import dev.dsctl.render.envoy.Cidrs;
import io.envoyproxy.envoy.config.core.v3.CidrRange;

/** Address ranges of authorization rules. */
final class RuleRanges {

    private RuleRanges() {}

    /**
     * A range, or an address as a range of itself.
     *
     * @throws UnsupportedRuleException when the prefix length isn't a number
     */
    static CidrRange of(String text) {
        try {
            return Cidrs.range(text);
        } catch (NumberFormatException notANumber) {
            throw new UnsupportedRuleException("not a prefix length: " + text);
        }
    }
}
