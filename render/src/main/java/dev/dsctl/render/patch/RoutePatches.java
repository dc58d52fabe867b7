package dev.dsctl.render.patch;

import dev.dsctl.model.extension.EnvoyFilter.ApplyTo;
import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.model.extension.EnvoyFilter.RouteConfigurationMatch;
import dev.dsctl.model.extension.EnvoyFilter.RouteMatch;
import dev.dsctl.model.extension.EnvoyFilter.VirtualHostMatch;
import dev.dsctl.model.profile.ExtensionChoices.DomainMatch;
import dev.dsctl.model.profile.IstioProfile;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patches of route configurations and what is in them. Source: pilot/pkg/networking/core/envoyfilter/rc_patch.go. */
public final class RoutePatches {

    private final Patches patches;
    private final Context context;
    private final IstioProfile profile;

    /** Of one direction of a proxy of a release. */
    public RoutePatches(Patches patches, Context context, IstioProfile profile) {
        this.patches = patches;
        this.context = context;
        this.profile = profile;
    }

    /** A route configuration after all patches. */
    public RouteConfiguration one(RouteConfiguration routes) {
        if (patches.isEmpty()) {
            return routes;
        }
        RouteConfiguration.Builder result = routes.toBuilder();
        for (Patch patch : patches.on(ApplyTo.ROUTE_CONFIGURATION)) {
            if (patch.operation() == Operation.MERGE && isFor(patch, result.getName())) {
                ProtoMerge.merge(result, patch.value());
            }
        }
        List<VirtualHost> hosts = result.getVirtualHostsList();
        String name = result.getName();
        result.clearVirtualHosts();
        hosts.forEach(host -> virtualHost(name, host).ifPresent(result::addVirtualHosts));
        for (Patch patch : patches.on(ApplyTo.VIRTUAL_HOST)) {
            if (patch.operation() == Operation.ADD && isFor(patch, name)) {
                result.addVirtualHosts((VirtualHost) patch.value());
            }
        }
        return result.build();
    }

    private boolean isFor(Patch patch, String routeConfiguration) {
        RouteConfigurationMatch match = patch.match().routeConfiguration();
        return patch.isFor(context)
                && (match == null
                        || ((match.name().isEmpty() || match.name().equals(routeConfiguration))
                                && (match.portNumber() == 0 || match.portNumber() == port(routeConfiguration))));
    }

    /** The port in the name of a route configuration; 0 when the name isn't a port or inbound cluster name. */
    private static int port(String name) {
        String text = name.startsWith("inbound") && name.contains("|") ? name.split("\\|", -1)[1] : name;
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(text) : 0;
    }

    private Optional<VirtualHost> virtualHost(String routeConfiguration, VirtualHost host) {
        VirtualHost result = host;
        for (Patch patch : patches.on(ApplyTo.VIRTUAL_HOST)) {
            if (isFor(patch, routeConfiguration) && matches(result, virtualHostMatch(patch))) {
                switch (patch.operation()) {
                    case REMOVE -> {
                        return Optional.empty();
                    }
                    case MERGE -> {
                        VirtualHost.Builder merged = result.toBuilder();
                        ProtoMerge.merge(merged, patch.value());
                        result = merged.build();
                    }
                    case REPLACE -> result = (VirtualHost) patch.value();
                    default -> {
                        // Adding is done once all hosts are patched.
                    }
                }
            }
        }
        return Optional.of(withRoutes(routeConfiguration, result));
    }

    private static VirtualHostMatch virtualHostMatch(Patch patch) {
        RouteConfigurationMatch match = patch.match().routeConfiguration();
        return match == null ? null : match.virtualHost();
    }

    private boolean matches(VirtualHost host, VirtualHostMatch match) {
        if (match == null) {
            return true;
        }
        boolean name = match.name().isEmpty() || match.name().equals(host.getName());
        return name
                && switch (profile.choice(DomainMatch.class)) {
                    case IGNORED -> true;
                    case HONOURED ->
                        match.domainName().isEmpty() || host.getDomainsList().contains(match.domainName());
                };
    }

    private VirtualHost withRoutes(String routeConfiguration, VirtualHost host) {
        List<Patch> applicable = patches.on(ApplyTo.HTTP_ROUTE).stream()
                .filter(patch -> isFor(patch, routeConfiguration) && matches(host, virtualHostMatch(patch)))
                .toList();
        if (applicable.isEmpty()) {
            return host;
        }
        List<Route> routes = new ArrayList<>();
        host.getRoutesList().forEach(route -> route(route, applicable).ifPresent(routes::add));
        List<Route> result = routes;
        for (Patch patch : applicable) {
            result = inserted(result, patch);
        }
        return host.toBuilder().clearRoutes().addAllRoutes(result).build();
    }

    private static Optional<Route> route(Route route, List<Patch> applicable) {
        Route result = route;
        for (Patch patch : applicable) {
            if (matches(result, routeMatch(patch))) {
                if (patch.operation() == Operation.REMOVE) {
                    return Optional.empty();
                }
                if (patch.operation() == Operation.MERGE) {
                    Route.Builder merged = result.toBuilder();
                    ProtoMerge.merge(merged, patch.value());
                    result = merged.build();
                }
            }
        }
        return Optional.of(result);
    }

    private static List<Route> inserted(List<Route> routes, Patch patch) {
        RouteMatch match = routeMatch(patch);
        return switch (patch.operation()) {
            case ADD, INSERT_AFTER, INSERT_BEFORE ->
                new Edits<>(
                                patch.operation(),
                                (Route) patch.value(),
                                match == null ? null : route -> matches(route, match))
                        .applyTo(routes);
            case INSERT_FIRST ->
                match == null || routes.stream().anyMatch(route -> matches(route, match))
                        ? new Edits<>(Operation.INSERT_FIRST, (Route) patch.value(), null).applyTo(routes)
                        : routes;
            default -> routes;
        };
    }

    private static RouteMatch routeMatch(Patch patch) {
        VirtualHostMatch match = virtualHostMatch(patch);
        return match == null ? null : match.route();
    }

    private static boolean matches(Route route, RouteMatch match) {
        if (match == null) {
            return true;
        }
        if (!match.name().isEmpty() && !match.name().equals(route.getName())) {
            return false;
        }
        return match.action().equals("ANY")
                || switch (route.getActionCase()) {
                    case ROUTE -> match.action().equals("ROUTE");
                    case REDIRECT -> match.action().equals("REDIRECT");
                    case DIRECT_RESPONSE -> match.action().equals("DIRECT_RESPONSE");
                    default -> true;
                };
    }
}
