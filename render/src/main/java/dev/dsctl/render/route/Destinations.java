package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.RouteChoices.AliasHosts;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.Destination;
import dev.dsctl.render.FamilyMarks;
import java.util.List;
import java.util.Optional;

/** The clusters that destinations mean. Source: {@code GetDestinationCluster}, pilot/pkg/networking/core/route/route.go. */
public final class Destinations {

    private static final String UNKNOWN = "UnknownService";

    private Destinations() {}

    /** The cluster of a destination; an alias leads to the service it stands for. */
    static String cluster(RouteContext context, Destination destination) {
        RoutedService routed = context.services().get(destination.host());
        List<ServicePort> ports = routed == null ? List.of() : routed.ports();
        return cluster(
                destination,
                Optional.ofNullable(routed).map(RoutedService::service),
                port(ports, context.port()),
                context.view());
    }

    /**
     * The cluster of a destination.
     *
     * @param service the service it names, if there is one
     * @param port the port when the destination says none
     */
    public static String cluster(Destination destination, Optional<Service> service, int port, ProxyView view) {
        String host = destination.host();
        if (host.isEmpty()) {
            return UNKNOWN;
        }
        String target = service.map(named -> named.kubernetes().externalName()).orElse("");
        FamilyMarks marks =
                service.map(named -> FamilyMarks.ofDestination(view, named)).orElse(FamilyMarks.NONE);
        return marks.outbound(
                destination.port().orElse(port),
                destination.subset(),
                target.isEmpty() || !view.profile().has(AliasHosts.ROUTED) ? host : target);
    }

    /** The port meant where a destination says none: the only one of its service, else that of the listener. */
    public static int port(List<ServicePort> ports, int listenerPort) {
        return ports.size() == 1 ? ports.get(0).number() : listenerPort;
    }
}
