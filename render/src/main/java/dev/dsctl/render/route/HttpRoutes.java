package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.RouteChoices.CorsPlace;
import dev.dsctl.model.profile.RouteChoices.SessionPlace;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.HttpMatch;
import dev.dsctl.model.traffic.HttpRoute;
import dev.dsctl.model.traffic.VirtualService;
import dev.dsctl.render.envoy.ConfigMetadata;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.route.v3.Decorator;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The routes that a VirtualService asks for. Source: {@code BuildHTTPRoutesForVirtualService} and {@code TranslateRoute},
 * pilot/pkg/networking/core/route/route.go.
 */
final class HttpRoutes {

    private static final RouteMatch ANY = RouteMatch.newBuilder().setPrefix("/").build();

    private final RouteContext context;
    private final VirtualService service;
    private final RouteMatches matches;

    private HttpRoutes(RouteContext context, VirtualService service) {
        this.context = context;
        this.service = service;
        this.matches = new RouteMatches(context);
    }

    /** The routes of a VirtualService up to the first that takes all requests; none if none is for this proxy and port. */
    static List<Route> of(RouteContext context, VirtualService service) {
        return new HttpRoutes(context, service).routes();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (HttpRoute http : service.http()) {
            if (leadsNowhere(http)) {
                continue;
            }
            if (http.matches().isEmpty()) {
                routes.add(route(http, http.name(), ANY).build());
                return routes;
            }
            for (HttpMatch match : http.matches()) {
                if (isFor(match.source())) {
                    Route route = route(http, match);
                    routes.add(route);
                    if (matches.isCatchAll(route.getMatch())) {
                        return routes;
                    }
                }
            }
        }
        return routes;
    }

    /** Whether none of its destinations can be reached in the families of the route configuration. */
    private boolean leadsNowhere(HttpRoute http) {
        return !http.destinations().isEmpty()
                && context.reachable(http.destinations()).isEmpty();
    }

    private boolean isFor(HttpMatch.Source source) {
        if (source.port() != 0 && source.port() != context.port()) {
            return false;
        }
        if (!source.gateways().isEmpty()) {
            return source.gateways().contains(VirtualService.MESH_GATEWAY);
        }
        ProxyView view = context.view();
        return view.proxy().labels().entrySet().containsAll(source.labels().entrySet())
                && (source.namespace().isEmpty()
                        || source.namespace().equals(view.proxy().namespace()));
    }

    private Route route(HttpRoute http, HttpMatch match) {
        String name = match.name().isEmpty() ? http.name() : http.name() + "." + match.name();
        return route(http, name, matches.of(match.request()))
                .setStatPrefix(match.statPrefix())
                .build();
    }

    private Route.Builder route(HttpRoute http, String name, RouteMatch match) {
        Route.Builder route = Route.newBuilder()
                .setName(name)
                .setMatch(match)
                .setMetadata(ConfigMetadata.of(context.view().profile(), "virtual-service", service.meta()));
        Optional<HeaderOperations> headers = http.headers().map(changes -> HeaderOperations.of(context, changes));
        headers.ifPresent(operations -> route.addAllRequestHeadersToAdd(operations.requestToAdd())
                .addAllRequestHeadersToRemove(operations.requestToRemove())
                .addAllResponseHeadersToAdd(operations.responseToAdd())
                .addAllResponseHeadersToRemove(operations.responseToRemove()));
        if (http.redirect().isPresent()) {
            Redirects.of(context, http.redirect().orElseThrow()).ifPresent(route::setRedirect);
        } else if (http.directResponse().isPresent()) {
            route.setDirectResponse(DirectResponses.of(http.directResponse().orElseThrow()));
        } else {
            new RouteActions(context)
                    .set(route, http, headers.map(HeaderOperations::authority).orElse(""));
            addSessions(route, http);
        }
        addFilterSettings(route, http);
        return route.setDecorator(Decorator.newBuilder().setOperation(operation(route)));
    }

    @SuppressWarnings("deprecation")
    private void addFilterSettings(Route.Builder route, HttpRoute http) {
        http.fault()
                .ifPresent(fault ->
                        route.putTypedPerFilterConfig("envoy.filters.http.fault", Envoy.any(Faults.of(fault))));
        http.cors().ifPresent(cors -> {
            switch (context.choice(CorsPlace.class)) {
                case ACTION -> {
                    if (route.hasRoute()) {
                        route.getRouteBuilder().setCors(CorsPolicies.ofAction(cors));
                    }
                }
                case FILTER ->
                    route.putTypedPerFilterConfig("envoy.filters.http.cors", CorsPolicies.ofFilter(context, cors));
            }
        });
    }

    private void addSessions(Route.Builder route, HttpRoute http) {
        switch (context.choice(SessionPlace.class)) {
            case VIRTUAL_HOST -> {}
            case VIRTUAL_HOST_AND_ROUTE -> {
                List<Optional<Service>> services = RouteActions.weighty(http.destinations()).stream()
                        .map(destination ->
                                context.services().get(destination.destination().host()))
                        .map(Optional::ofNullable)
                        .map(found -> found.map(RoutedService::service))
                        .toList();
                new StatefulSessions(context.view())
                        .of(services)
                        .ifPresent(any -> route.putTypedPerFilterConfig(StatefulSessions.FILTER, any));
            }
        }
    }

    /** What traces call the requests of a route: by the service where there is one, else by the VirtualService. */
    private String operation(Route.Builder route) {
        RouteMatch match = route.getMatch();
        String path = switch (match.getPathSpecifierCase()) {
            case PREFIX -> match.getPrefix() + "*";
            case PATH -> match.getPath();
            case SAFE_REGEX -> match.getSafeRegex().getRegex();
            default -> "/*";
        };
        String[] cluster = route.getRoute().getCluster().split("\\|", -1);
        return cluster.length == 4
                ? cluster[3] + ":" + cluster[1] + path
                : service.meta().name() + ":" + context.port() + path;
    }
}
