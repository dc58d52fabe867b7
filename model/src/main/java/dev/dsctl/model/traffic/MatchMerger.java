package dev.dsctl.model.traffic;

import dev.dsctl.model.traffic.StringMatch.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins the matches of a route with those of a route it delegates to: a request must fulfil both. Source: {@code mergeHTTPMatchRequests},
 * pilot/pkg/model/virtualservice.go.
 */
final class MatchMerger {

    private MatchMerger() {}

    /** The joint matches; none if one of the delegate's fits no match of the root, which voids the route. */
    static Optional<List<HttpMatch>> merged(List<HttpMatch> roots, List<HttpMatch> delegates) {
        if (roots.isEmpty() || delegates.isEmpty()) {
            return Optional.of(roots.isEmpty() ? delegates : roots);
        }
        List<HttpMatch> merged = new ArrayList<>();
        for (HttpMatch delegate : delegates) {
            int before = merged.size();
            roots.stream().filter(root -> fits(root, delegate)).forEach(root -> merged.add(merged(root, delegate)));
            if (merged.size() == before) {
                return Optional.empty();
            }
        }
        return Optional.of(merged);
    }

    /** {@code root-delegate}, or whichever is given. */
    static String joined(String root, String delegate) {
        return root.isEmpty() || delegate.isEmpty() ? root + delegate : root + "-" + delegate;
    }

    private static HttpMatch merged(HttpMatch root, HttpMatch delegate) {
        RequestMatch wide = root.request();
        RequestMatch narrow = delegate.request();
        HttpMatch.Source from = root.source();
        HttpMatch.Source own = delegate.source();
        return new HttpMatch(
                joined(root.name(), delegate.name()),
                new RequestMatch(
                        narrow.uri().or(wide::uri),
                        narrow.scheme().or(wide::scheme),
                        narrow.method().or(wide::method),
                        narrow.authority().or(wide::authority),
                        merged(wide.headers(), narrow.headers()),
                        merged(wide.withoutHeaders(), narrow.withoutHeaders()),
                        merged(wide.queryParams(), narrow.queryParams()),
                        narrow.ignoreUriCase()),
                new HttpMatch.Source(
                        own.port() == 0 ? from.port() : own.port(),
                        merged(from.labels(), own.labels()),
                        own.namespace().isEmpty() ? from.namespace() : own.namespace(),
                        own.gateways().isEmpty() ? from.gateways() : own.gateways()),
                delegate.statPrefix().isEmpty() ? root.statPrefix() : delegate.statPrefix());
    }

    private static <T> Map<String, T> merged(Map<String, T> wide, Map<String, T> narrow) {
        Map<String, T> merged = new LinkedHashMap<>(wide);
        merged.putAll(narrow);
        return merged;
    }

    private static boolean fits(HttpMatch root, HttpMatch delegate) {
        RequestMatch wide = root.request();
        RequestMatch narrow = delegate.request();
        return fits(wide.uri(), narrow.uri())
                && fits(wide.scheme(), narrow.scheme())
                && fits(wide.method(), narrow.method())
                && fits(wide.authority(), narrow.authority())
                && fits(wide.headers(), narrow.headers())
                && fits(wide.withoutHeaders(), narrow.withoutHeaders())
                && fits(wide.queryParams(), narrow.queryParams())
                && wide.ignoreUriCase() == narrow.ignoreUriCase()
                && fits(root.source(), delegate.source());
    }

    private static boolean fits(HttpMatch.Source root, HttpMatch.Source delegate) {
        boolean ports = root.port() == 0 || delegate.port() == 0 || root.port() == delegate.port();
        boolean namespaces = root.namespace().isEmpty() || root.namespace().equals(delegate.namespace());
        boolean labels = delegate.labels().entrySet().stream()
                .allMatch(label -> root.labels()
                        .getOrDefault(label.getKey(), label.getValue())
                        .equals(label.getValue()));
        boolean gateways = root.gateways().isEmpty()
                || delegate.gateways().isEmpty()
                || (root.gateways().size() >= delegate.gateways().size()
                        && root.gateways().containsAll(delegate.gateways()));
        return ports && namespaces && labels && gateways;
    }

    private static boolean fits(Map<String, StringMatch> root, Map<String, StringMatch> delegate) {
        return delegate.entrySet().stream()
                .allMatch(entry -> fits(Optional.ofNullable(root.get(entry.getKey())), Optional.of(entry.getValue())));
    }

    private static boolean fits(Optional<StringMatch> root, Optional<StringMatch> delegate) {
        return root.isEmpty() || delegate.isEmpty() || fits(root.orElseThrow(), delegate.orElseThrow());
    }

    /** Whether the wide match surely takes all that the narrow one takes; a match without a value never does. */
    private static boolean fits(StringMatch wide, StringMatch narrow) {
        return !wide.value().isEmpty()
                && switch (wide.kind()) {
                    case EXACT -> narrow.equals(wide);
                    case PREFIX -> narrow.kind() != Kind.REGEX && narrow.value().startsWith(wide.value());
                    case REGEX, ANY -> false;
                };
    }
}
