package dev.dsctl.render.route;

import dev.dsctl.model.profile.RouteChoices.ClaimNames;
import dev.dsctl.model.profile.SecurityChoices.JwtPayload;
import dev.dsctl.model.traffic.RequestMatch;
import dev.dsctl.model.traffic.StringMatch;
import io.envoyproxy.envoy.type.matcher.v3.ListMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.OrMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Matches on claims of a request's token, written as headers named {@code @request.auth.claims.group} or
 * {@code @request.auth.claims[group]}. Source: pkg/jwt/routing.go and {@code MetadataMatcherForJWTClaims},
 * pilot/pkg/security/authz/model/util.go.
 */
final class JwtClaims {

    private static final String PREFIX = "@request.auth.claims";

    private final RouteContext context;

    JwtClaims(RouteContext context) {
        this.context = context;
    }

    /** Whether a header's name stands for a claim. */
    boolean isClaim(String header) {
        return !path(header).isEmpty();
    }

    /** The matchers of all claims, those that must not be there last. */
    List<MetadataMatcher> matchers(RequestMatch request) {
        List<MetadataMatcher> matchers = new ArrayList<>();
        request.headers().forEach((name, value) -> {
            if (isClaim(name)) {
                matchers.add(matcher(name, value).build());
            }
        });
        request.withoutHeaders().forEach((name, value) -> {
            if (isClaim(name)) {
                matchers.add(matcher(name, value).setInvert(true).build());
            }
        });
        return matchers;
    }

    private List<String> path(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return List.of();
        }
        String name = header.substring(PREFIX.length());
        if (name.length() > 1 && name.startsWith(".")) {
            return List.of(name.substring(1).split("\\.", -1));
        }
        boolean brackets = switch (context.choice(ClaimNames.class)) {
            case DOTS -> false;
            case DOTS_OR_BRACKETS -> name.length() > 2 && name.startsWith("[") && name.endsWith("]");
        };
        return brackets ? List.of(name.substring(1, name.length() - 1).split("]\\[", -1)) : List.of();
    }

    private MetadataMatcher.Builder matcher(String header, StringMatch match) {
        ValueMatcher value = ValueMatcher.newBuilder()
                .setStringMatch(StringMatchers.of(match).orElse(StringMatcher.getDefaultInstance()))
                .build();
        ValueMatcher inList = ValueMatcher.newBuilder()
                .setListMatch(ListMatcher.newBuilder().setOneOf(value))
                .build();
        MetadataMatcher.Builder matcher = MetadataMatcher.newBuilder();
        if (context.has(JwtPayload.ENVOY_METADATA)) {
            matcher.setFilter("envoy.filters.http.jwt_authn").addPath(key("payload"));
            matcher.setValue(ValueMatcher.newBuilder()
                    .setOrMatch(OrMatcher.newBuilder().addValueMatchers(inList).addValueMatchers(value)));
        } else {
            matcher.setFilter("istio_authn").addPath(key("request.auth.claims")).setValue(inList);
        }
        path(header).forEach(part -> matcher.addPath(key(part)));
        return matcher;
    }

    private static MetadataMatcher.PathSegment key(String key) {
        return MetadataMatcher.PathSegment.newBuilder().setKey(key).build();
    }
}
