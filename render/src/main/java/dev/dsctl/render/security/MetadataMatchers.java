package dev.dsctl.render.security;

import io.envoyproxy.envoy.type.matcher.v3.ListMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.OrMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import java.util.ArrayList;
import java.util.List;

/** Matchers on dynamic metadata that other filters leave. Source: pilot/pkg/security/authz/matcher/metadata.go. */
final class MetadataMatchers {

    private static final String JWT_FILTER = "envoy.filters.http.jwt_authn";
    private static final String AUTHN_FILTER = "istio_authn";
    private static final String JWT_PAYLOAD = "payload";
    private static final String AUTHN_CLAIMS = "request.auth.claims";

    private MetadataMatchers() {}

    static MetadataMatcher of(String filter, List<String> path, ValueMatcher value) {
        MetadataMatcher.Builder matcher =
                MetadataMatcher.newBuilder().setFilter(filter).setValue(value);
        path.forEach(
                key -> matcher.addPath(MetadataMatcher.PathSegment.newBuilder().setKey(key)));
        return matcher.build();
    }

    /** An attribute that Istio's authn filter left. */
    static MetadataMatcher authnAttribute(String key, String value) {
        return of(AUTHN_FILTER, List.of(key), string(StringMatchers.of(value)));
    }

    /** A claim that Istio's authn filter left, a list there. */
    static MetadataMatcher authnClaim(List<String> claim, String value) {
        List<String> path = new ArrayList<>(List.of(AUTHN_CLAIMS));
        path.addAll(claim);
        return of(AUTHN_FILTER, path, inList(string(StringMatchers.of(value))));
    }

    /** A claim with one value that Envoy's JWT filter left. */
    static MetadataMatcher jwtClaim(String claim, StringMatcher value) {
        return of(JWT_FILTER, List.of(JWT_PAYLOAD, claim), string(value));
    }

    /** A claim that Envoy's JWT filter left, a list or one value. */
    static MetadataMatcher jwtClaim(List<String> claim, List<String> values) {
        List<String> path = new ArrayList<>(List.of(JWT_PAYLOAD));
        path.addAll(claim);
        ValueMatcher value = anyOf(values.stream()
                .map(StringMatchers::of)
                .map(MetadataMatchers::string)
                .toList());
        return of(JWT_FILTER, path, or(List.of(inList(value), value)));
    }

    static ValueMatcher string(StringMatcher matcher) {
        return ValueMatcher.newBuilder().setStringMatch(matcher).build();
    }

    static ValueMatcher inList(ValueMatcher matcher) {
        return ValueMatcher.newBuilder()
                .setListMatch(ListMatcher.newBuilder().setOneOf(matcher))
                .build();
    }

    /** Any of them; a single one stands for itself. */
    static ValueMatcher anyOf(List<ValueMatcher> matchers) {
        return matchers.size() == 1 ? matchers.get(0) : or(matchers);
    }

    private static ValueMatcher or(List<ValueMatcher> matchers) {
        return ValueMatcher.newBuilder()
                .setOrMatch(OrMatcher.newBuilder().addAllValueMatchers(matchers))
                .build();
    }
}
