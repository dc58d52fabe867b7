package dev.dsctl.render.security;

import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.function.UnaryOperator;

/** String matchers for authorization values with wildcards. Source: pilot/pkg/security/authz/matcher/string.go. */
final class StringMatchers {

    private static final String REGEX_METACHARACTERS = "\\.+*?()|[]{}^$";

    private StringMatchers() {}

    static StringMatcher exact(String value) {
        return StringMatcher.newBuilder().setExact(value).build();
    }

    static StringMatcher prefix(String value) {
        return StringMatcher.newBuilder().setPrefix(value).build();
    }

    static StringMatcher suffix(String value) {
        return StringMatcher.newBuilder().setSuffix(value).build();
    }

    static StringMatcher regex(String value) {
        return StringMatcher.newBuilder()
                .setSafeRegex(RegexMatcher.newBuilder().setRegex(value))
                .build();
    }

    /** Anything that isn't empty. */
    static StringMatcher any() {
        return regex(".+");
    }

    /** A value with {@code *} alone, at its beginning or at its end. */
    static StringMatcher of(String value) {
        if (value.equals("*")) {
            return any();
        }
        if (value.startsWith("*")) {
            return suffix(trimPrefix(value, "*"));
        }
        return value.endsWith("*") ? prefix(trimSuffix(value, "*")) : exact(value);
    }

    /** Like {@link #of} with text before the value; a suffix match then needs a regular expression. */
    static StringMatcher of(String value, String before, UnaryOperator<String> quoting) {
        if (value.equals("*")) {
            return any();
        }
        if (value.startsWith("*")) {
            return regex(before + ".*" + quoting.apply(trimPrefix(value, "*")));
        }
        return value.endsWith("*") ? prefix(before + trimSuffix(value, "*")) : exact(before + value);
    }

    /** Quotes what has a meaning in a regular expression, as Go's {@code regexp.QuoteMeta}. */
    static String quote(String value) {
        StringBuilder result = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            if (REGEX_METACHARACTERS.indexOf(value.charAt(i)) >= 0) {
                result.append('\\');
            }
            result.append(value.charAt(i));
        }
        return result.toString();
    }

    static String trimPrefix(String value, String prefix) {
        return value.startsWith(prefix) ? value.substring(prefix.length()) : value;
    }

    static String trimSuffix(String value, String suffix) {
        return value.endsWith(suffix) ? value.substring(0, value.length() - suffix.length()) : value;
    }
}
