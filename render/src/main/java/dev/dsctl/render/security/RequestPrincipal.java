package dev.dsctl.render.security;

import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;

/** {@code issuer/subject} of a token as matches on two claims. Source: {@code requestPrincipalGenerator}, generator.go. */
final class RequestPrincipal {

    private RequestPrincipal() {}

    static Principal of(String value) {
        return Logic.PRINCIPALS.and(List.of(claim("iss", issuer(value)), claim("sub", subject(value))));
    }

    private static Principal claim(String name, StringMatcher matcher) {
        return Principal.newBuilder()
                .setMetadata(MetadataMatchers.jwtClaim(name, matcher))
                .build();
    }

    /** The issuer may be a URL: the last slash divides. */
    private static StringMatcher issuer(String value) {
        int slash = value.lastIndexOf('/');
        String issuer = slash < 0 ? value : value.substring(0, slash);
        if (value.equals("*")) {
            return StringMatchers.any();
        }
        if (value.startsWith("*")) {
            return slash < 0 || issuer.equals("*") ? StringMatchers.any() : StringMatchers.suffix(issuer.substring(1));
        }
        return value.endsWith("*") && slash < 0
                ? StringMatchers.prefix(StringMatchers.trimSuffix(value, "*"))
                : StringMatchers.exact(issuer);
    }

    private static StringMatcher subject(String value) {
        int slash = value.lastIndexOf('/');
        String subject = slash < 0 ? "" : value.substring(slash + 1);
        if (value.equals("*")) {
            return StringMatchers.any();
        }
        if (value.startsWith("*")) {
            return slash < 0 ? StringMatchers.suffix(value.substring(1)) : StringMatchers.exact(subject);
        }
        if (value.endsWith("*")) {
            return slash < 0 || subject.equals("*")
                    ? StringMatchers.any()
                    : StringMatchers.prefix(StringMatchers.trimSuffix(subject, "*"));
        }
        return StringMatchers.exact(subject);
    }
}
