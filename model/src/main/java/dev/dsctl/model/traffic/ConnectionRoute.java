package dev.dsctl.model.traffic;

import java.util.List;

/**
 * Where connections go ({@code TCPRoute}, {@code TLSRoute}).
 *
 * @param matches which connections; empty for all
 * @param destinations where they go
 */
public record ConnectionRoute(List<ConnectionMatch> matches, List<RouteDestination> destinations) {

    public ConnectionRoute {
        matches = List.copyOf(matches);
        destinations = List.copyOf(destinations);
    }
}
