package dev.dsctl.render.route;

import dev.dsctl.model.traffic.StringMatch;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.Optional;

/** Envoy's form of string matches. Source: {@code ConvertToEnvoyMatch}, pilot/pkg/networking/util/util.go. */
final class StringMatchers {

    private StringMatchers() {}

    /** The matcher, none for a match that says nothing. */
    static Optional<StringMatcher> of(StringMatch match) {
        StringMatcher.Builder matcher = StringMatcher.newBuilder();
        return switch (match.kind()) {
            case EXACT -> Optional.of(matcher.setExact(match.value()).build());
            case PREFIX -> Optional.of(matcher.setPrefix(match.value()).build());
            case REGEX -> Optional.of(matcher.setSafeRegex(regex(match.value())).build());
            case ANY -> Optional.empty();
        };
    }

    static RegexMatcher regex(String regex) {
        return RegexMatcher.newBuilder().setRegex(regex).build();
    }
}
