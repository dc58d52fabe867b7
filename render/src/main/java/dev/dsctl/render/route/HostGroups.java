package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.ServicePort;
import io.envoyproxy.envoy.config.route.v3.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which hosts share routes. Source: {@code BuildSidecarVirtualHostWrapper}, pilot/pkg/networking/core/route/route.go. */
final class HostGroups {

    private HostGroups() {}

    /** First the hosts that VirtualServices speak of, then the services that none speaks of. */
    static List<HostGroup> of(RouteScope scope, int port) {
        RouteContext context = scope.context(port);
        List<HostGroup> groups = VirtualServiceGroups.of(context, scope.virtualServices());
        Set<String> spokenOf = new HashSet<>();
        groups.forEach(group -> group.services().forEach(service -> spokenOf.add(service.hostname())));
        List<HostGroup> all = new ArrayList<>(groups);
        for (RoutedService service : context.services().values()) {
            boolean own = service.service().resolution() != Resolution.ALIAS
                    && context.view().routes(service.service());
            if (own && !spokenOf.contains(service.hostname())) {
                addDefaults(all, context, service);
            }
        }
        return all;
    }

    private static void addDefaults(List<HostGroup> groups, RouteContext context, RoutedService service) {
        for (ServicePort port : service.ports()) {
            if (RoutedService.isRouted(port)) {
                Route route = DefaultRoutes.outbound(context, service.hostname(), port.number());
                groups.add(new HostGroup(port.number(), List.of(service), List.of(), List.of(route)));
            }
        }
    }
}
