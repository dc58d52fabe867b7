package dev.dsctl.render.route;

import dev.dsctl.model.profile.RouteChoices.AliasHosts;
import dev.dsctl.model.traffic.Destination;
import dev.dsctl.render.Names;

/** The clusters that destinations mean. Source: {@code GetDestinationCluster}, pilot/pkg/networking/core/route/route.go. */
final class Destinations {

    private Destinations() {}

    /** The cluster of a destination; an alias leads to the service it stands for. */
    static String cluster(RouteContext context, Destination destination) {
        if (destination.host().isEmpty()) {
            return "UnknownService";
        }
        RoutedService service = context.services().get(destination.host());
        String host = destination.host();
        int port = context.port();
        if (service != null) {
            String target = service.service().kubernetes().externalName();
            host = target.isEmpty() || !context.has(AliasHosts.ROUTED) ? host : target;
            port = service.ports().size() == 1 ? service.ports().get(0).number() : port;
        }
        return Names.outbound(destination.port().orElse(port), destination.subset(), host);
    }
}
