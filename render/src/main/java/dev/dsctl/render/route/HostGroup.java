package dev.dsctl.render.route;

import io.envoyproxy.envoy.config.route.v3.Route;
import java.util.List;

/**
 * Hosts that share routes. Source: {@code VirtualHostWrapper}, pilot/pkg/networking/core/route/route.go.
 *
 * @param port the port that requests are sent to
 * @param services services, each of which has a virtual host
 * @param hosts hosts that are no services, each of which has a virtual host
 * @param routes their routes
 */
record HostGroup(int port, List<RoutedService> services, List<String> hosts, List<Route> routes) {}
