package dev.dsctl.render.route;

import dev.dsctl.model.profile.Choice;
import dev.dsctl.model.proxy.Families;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.HttpDestination;
import dev.dsctl.render.FamilyMarks;
import java.util.List;
import java.util.Map;

/**
 * What the routes of one route configuration have in common.
 *
 * @param view what the proxy sees
 * @param port the port that requests are sent to, 0 for any
 * @param services the services that have that port, by host name
 * @param hashes what picks the hosts of destinations
 * @param retries when requests are sent again
 */
record RouteContext(
        ProxyView view, int port, Map<String, RoutedService> services, ConsistentHashes hashes, RetryPolicies retries) {

    /** Those of the destinations that can be reached in these families. */
    List<HttpDestination> reachable(List<HttpDestination> destinations) {
        return view.families() == Families.TOGETHER
                ? destinations
                : destinations.stream().filter(this::isReachable).toList();
    }

    private boolean isReachable(HttpDestination destination) {
        RoutedService routed = services.get(destination.destination().host());
        return routed == null || view.leadsTo(routed.service());
    }

    /** How names tell families apart. */
    FamilyMarks marks() {
        return FamilyMarks.of(view);
    }

    <C extends Enum<C> & Choice> C choice(Class<C> axis) {
        return view.profile().choice(axis);
    }

    <C extends Enum<C> & Choice> boolean has(C choice) {
        return view.profile().has(choice);
    }

    boolean flag(String variable, boolean byDefault) {
        return view.mesh().env().flag(variable, byDefault);
    }
}
