package dev.dsctl.render.route;

import dev.dsctl.model.profile.Choice;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.ConsistentHash;
import dev.dsctl.model.traffic.Destination;
import java.util.Map;
import java.util.Optional;

/**
 * What the routes of one route configuration have in common.
 *
 * @param view what the proxy sees
 * @param port the port that requests are sent to, 0 for any
 * @param services the services that have that port, by host name
 */
record RouteContext(ProxyView view, int port, Map<String, RoutedService> services) {

    <C extends Enum<C> & Choice> C choice(Class<C> axis) {
        return view.profile().choice(axis);
    }

    <C extends Enum<C> & Choice> boolean has(C choice) {
        return view.profile().has(choice);
    }

    boolean flag(String variable, boolean byDefault) {
        return view.mesh().env().flag(variable, byDefault);
    }

    /** What picks the host of a destination, when its DestinationRule says so. */
    Optional<ConsistentHash> hash(Destination destination) {
        return Optional.empty();
    }
}
