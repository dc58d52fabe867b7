package dev.dsctl.render.route;

import com.google.protobuf.Duration;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.profile.RouteChoices.LoneWeights;
import dev.dsctl.model.profile.RouteChoices.RegexRewrites;
import dev.dsctl.model.profile.RouteChoices.TotalWeights;
import dev.dsctl.model.traffic.ConsistentHash;
import dev.dsctl.model.traffic.HttpDestination;
import dev.dsctl.model.traffic.HttpRoute;
import dev.dsctl.model.traffic.Rewrite;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatchAndSubstitute;
import java.util.List;
import java.util.Optional;

/**
 * Routes that send requests to services. Source: {@code applyHTTPRouteDestination}, pilot/pkg/networking/core/route/route.go.
 */
final class RouteActions {

    private final RouteContext context;

    RouteActions(RouteContext context) {
        this.context = context;
    }

    /**
     * Sets the action of a route.
     *
     * @param route gets the action; a single destination also changes its headers
     * @param authority the new Host header that the route's header changes ask for, empty for none
     */
    void set(Route.Builder route, HttpRoute http, String authority) {
        RouteAction.Builder action = RouteAction.newBuilder();
        setTimeout(action, http);
        String host =
                http.rewrite().map(Rewrite::authority).filter(a -> !a.isEmpty()).orElse(authority);
        http.rewrite().ifPresent(rewrite -> rewrite(action, rewrite));
        if (!host.isEmpty()) {
            action.setHostRewriteLiteral(host);
        }
        action.addAllRequestMirrorPolicies(new Mirrors(context).of(http.mirroring()));
        List<HttpDestination> written = context.reachable(http.destinations());
        List<HttpDestination> destinations = weighty(written);
        Stickiness sticky = Stickiness.NONE;
        if (isSingle(written, destinations)) {
            HttpDestination only = destinations.get(0);
            action.setCluster(Destinations.cluster(context, only.destination()));
            setHeaders(route, action, only);
            sticky = context.hashes().of(only.destination()).isPresent() ? Stickiness.CONSISTENT_HASH : Stickiness.NONE;
        } else {
            action.setWeightedClusters(clusters(destinations));
        }
        destinations.stream().map(this::hashPolicy).flatMap(Optional::stream).forEach(action::addHashPolicy);
        context.retries().of(http.retries(), sticky).ifPresent(action::setRetryPolicy);
        route.setRoute(action);
    }

    @SuppressWarnings("deprecation")
    private static void setTimeout(RouteAction.Builder action, HttpRoute http) {
        Duration timeout = http.timeout().map(Protos::duration).orElse(Duration.getDefaultInstance());
        action.setTimeout(timeout).setMaxGrpcTimeout(timeout);
    }

    private void rewrite(RouteAction.Builder action, Rewrite rewrite) {
        action.setAppendXForwardedHost(ProxyHeaders.forwardedHost(context.view()));
        Optional<Rewrite.Regex> known = switch (context.choice(RegexRewrites.class)) {
            case UNKNOWN -> Optional.empty();
            case HONOURED -> rewrite.regex();
        };
        if (known.isPresent()) {
            Rewrite.Regex regex = known.orElseThrow();
            action.setRegexRewrite(RegexMatchAndSubstitute.newBuilder()
                    .setPattern(StringMatchers.regex(regex.match()))
                    .setSubstitution(regex.substitution()));
        } else {
            action.setPrefixRewrite(rewrite.uri());
        }
    }

    /** Those that get requests: a single one needs no weight. */
    static List<HttpDestination> weighty(List<HttpDestination> destinations) {
        return destinations.size() == 1
                ? destinations
                : destinations.stream().filter(d -> d.weight() != 0).toList();
    }

    private boolean isSingle(List<HttpDestination> written, List<HttpDestination> weighty) {
        return switch (context.choice(LoneWeights.class)) {
            case UNWEIGHTED -> weighty.size() == 1;
            case WEIGHTED -> written.size() == 1;
        };
    }

    private void setHeaders(Route.Builder route, RouteAction.Builder action, HttpDestination destination) {
        destination
                .headers()
                .map(changes -> HeaderOperations.of(context, changes))
                .ifPresent(operations -> {
                    route.addAllRequestHeadersToAdd(operations.requestToAdd());
                    route.addAllRequestHeadersToRemove(operations.requestToRemove());
                    route.addAllResponseHeadersToAdd(operations.responseToAdd());
                    route.addAllResponseHeadersToRemove(operations.responseToRemove());
                    if (!operations.authority().isEmpty() && !action.hasHostRewriteLiteral()) {
                        action.setHostRewriteLiteral(operations.authority());
                    }
                });
    }

    @SuppressWarnings("deprecation")
    private WeightedCluster clusters(List<HttpDestination> destinations) {
        WeightedCluster.Builder clusters = WeightedCluster.newBuilder();
        destinations.forEach(destination -> clusters.addClusters(cluster(destination)));
        switch (context.choice(TotalWeights.class)) {
            case WRITTEN ->
                clusters.setTotalWeight(UInt32Value.of(
                        destinations.stream().mapToInt(HttpDestination::weight).sum()));
            case LEFT_OUT -> {}
        }
        return clusters.build();
    }

    private WeightedCluster.ClusterWeight cluster(HttpDestination destination) {
        WeightedCluster.ClusterWeight.Builder cluster = WeightedCluster.ClusterWeight.newBuilder()
                .setName(Destinations.cluster(context, destination.destination()))
                .setWeight(UInt32Value.of(destination.weight()));
        destination
                .headers()
                .map(changes -> HeaderOperations.of(context, changes))
                .ifPresent(operations -> {
                    cluster.addAllRequestHeadersToAdd(operations.requestToAdd());
                    cluster.addAllRequestHeadersToRemove(operations.requestToRemove());
                    cluster.addAllResponseHeadersToAdd(operations.responseToAdd());
                    cluster.addAllResponseHeadersToRemove(operations.responseToRemove());
                    if (!operations.authority().isEmpty()) {
                        cluster.setHostRewriteLiteral(operations.authority());
                    }
                });
        return cluster.build();
    }

    private Optional<RouteAction.HashPolicy> hashPolicy(HttpDestination destination) {
        Optional<ConsistentHash> hash = context.hashes().of(destination.destination());
        return hash.flatMap(key -> HashPolicies.of(context, key));
    }
}
