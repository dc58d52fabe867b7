package dev.dsctl.render.route;

import com.google.protobuf.BoolValue;
import dev.dsctl.model.profile.RouteChoices.CatchAllRegex;
import dev.dsctl.model.profile.RouteChoices.EmptyMatches;
import dev.dsctl.model.profile.RouteChoices.MissingHeaders;
import dev.dsctl.model.profile.RouteChoices.QueryMatches;
import dev.dsctl.model.traffic.RequestMatch;
import dev.dsctl.model.traffic.StringMatch;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which requests a route takes. Source: {@code TranslateRouteMatch}, pilot/pkg/networking/core/route/route.go. */
final class RouteMatches {

    private final RouteContext context;

    RouteMatches(RouteContext context) {
        this.context = context;
    }

    /** Envoy's form of a match. */
    RouteMatch of(RequestMatch request) {
        RouteMatch.Builder match = RouteMatch.newBuilder().setPrefix("/");
        request.uri().ifPresent(uri -> setPath(match, uri));
        match.setCaseSensitive(BoolValue.of(!request.ignoreUriCase()));
        JwtClaims claims = new JwtClaims(context);
        match.addAllDynamicMetadata(claims.matchers(request));
        Stream.concat(
                        headers(claims, request.headers()).map(this::header),
                        headers(claims, request.withoutHeaders()).map(this::withoutHeader))
                .sorted(Comparator.comparing(HeaderMatcher.Builder::getName))
                .forEach(match::addHeaders);
        request.method().ifPresent(method -> match.addHeaders(header(Map.entry(":method", method))));
        request.authority().ifPresent(host -> match.addHeaders(header(Map.entry(":authority", host))));
        request.scheme().ifPresent(scheme -> match.addHeaders(header(Map.entry(":scheme", scheme))));
        request.queryParams().forEach((name, value) -> match.addQueryParameters(queryParameter(name, value)));
        return match.build();
    }

    /** Whether a route takes all requests, so that those after it are of no use. */
    boolean isCatchAll(RouteMatch match) {
        boolean anyPath = switch (match.getPathSpecifierCase()) {
            case PREFIX -> match.getPrefix().equals("/");
            case SAFE_REGEX -> match.getSafeRegex().getRegex().equals(catchAllRegex());
            default -> false;
        };
        return anyPath
                && match.getHeadersCount() == 0
                && match.getQueryParametersCount() == 0
                && match.getDynamicMetadataCount() == 0;
    }

    private String catchAllRegex() {
        return switch (context.choice(CatchAllRegex.class)) {
            case STAR -> "*";
            case DOT_STAR -> ".*";
        };
    }

    private static void setPath(RouteMatch.Builder match, StringMatch uri) {
        switch (uri.kind()) {
            case EXACT -> match.setPath(uri.value());
            case PREFIX -> match.setPrefix(uri.value());
            case REGEX -> match.setSafeRegex(StringMatchers.regex(uri.value()));
            case ANY -> {}
        }
    }

    private static Stream<Map.Entry<String, StringMatch>> headers(JwtClaims claims, Map<String, StringMatch> matches) {
        return matches.entrySet().stream().filter(match -> !claims.isClaim(match.getKey()));
    }

    private HeaderMatcher.Builder withoutHeader(Map.Entry<String, StringMatch> match) {
        HeaderMatcher.Builder matcher = header(match).setInvertMatch(true);
        boolean asEmpty = switch (context.choice(MissingHeaders.class)) {
            case MATCH -> false;
            case EMPTY -> !match.getValue().matchesAny();
        };
        return asEmpty ? matcher.setTreatMissingHeaderAsEmpty(true) : matcher;
    }

    private HeaderMatcher.Builder header(Map.Entry<String, StringMatch> match) {
        HeaderMatcher.Builder matcher = HeaderMatcher.newBuilder().setName(match.getKey());
        StringMatch value = match.getValue();
        if (isPresence(value)) {
            return matcher.setPresentMatch(true);
        }
        StringMatchers.of(value).ifPresent(matcher::setStringMatch);
        return matcher;
    }

    private boolean isPresence(StringMatch value) {
        return switch (context.choice(EmptyMatches.class)) {
            case SAY_NOTHING -> value.matchesAny() && value.kind() != StringMatch.Kind.ANY;
            case PRESENCE -> value.matchesAny();
        };
    }

    private QueryParameterMatcher queryParameter(String name, StringMatch value) {
        QueryParameterMatcher.Builder matcher =
                QueryParameterMatcher.newBuilder().setName(name);
        switch (context.choice(QueryMatches.class)) {
            case EXACT_OR_REGEX -> {
                if (List.of(StringMatch.Kind.EXACT, StringMatch.Kind.REGEX).contains(value.kind())) {
                    StringMatchers.of(value).ifPresent(matcher::setStringMatch);
                }
            }
            case AS_HEADERS -> {
                if (isPresence(value)) {
                    matcher.setPresentMatch(true);
                } else {
                    StringMatchers.of(value).ifPresent(matcher::setStringMatch);
                }
            }
        }
        return matcher.build();
    }
}
