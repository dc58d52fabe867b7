package dev.dsctl.render.security;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.SecurityChoices.HeaderMatches;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;

/** Header matchers for authorization values with wildcards. Source: pilot/pkg/security/authz/matcher/header.go. */
final class HeaderMatchers {

    private HeaderMatchers() {}

    /** A header with a value. */
    static HeaderMatcher of(String name, String value, IstioProfile profile) {
        if (value.equals("*")) {
            return present(name);
        }
        return switch (profile.choice(HeaderMatches.class)) {
            case DEPRECATED_FIELDS -> deprecated(name, value);
            case STRING_MATCH ->
                HeaderMatcher.newBuilder()
                        .setName(name)
                        .setStringMatch(StringMatchers.of(value))
                        .build();
        };
    }

    /** The Host header, whose case doesn't matter. */
    static HeaderMatcher ofHost(String value) {
        if (value.equals("*")) {
            return present(":authority");
        }
        StringMatcher ignoringCase =
                StringMatchers.of(value).toBuilder().setIgnoreCase(true).build();
        return HeaderMatcher.newBuilder()
                .setName(":authority")
                .setStringMatch(ignoringCase)
                .build();
    }

    private static HeaderMatcher present(String name) {
        return HeaderMatcher.newBuilder().setName(name).setPresentMatch(true).build();
    }

    @SuppressWarnings("deprecation")
    private static HeaderMatcher deprecated(String name, String value) {
        HeaderMatcher.Builder matcher = HeaderMatcher.newBuilder().setName(name);
        if (value.startsWith("*")) {
            return matcher.setSuffixMatch(value.substring(1)).build();
        }
        if (value.endsWith("*")) {
            return matcher.setPrefixMatch(value.substring(0, value.length() - 1))
                    .build();
        }
        return matcher.setExactMatch(value).build();
    }
}
