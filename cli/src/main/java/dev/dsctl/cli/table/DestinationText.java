package dev.dsctl.cli.table;

import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where istioctl says that connections go. Source: {@code getFilterType}, istioctl/pkg/writer/envoy/configdump/listener.go. */
final class DestinationText {

    private DestinationText() {}

    /** Of a filter chain. */
    static String of(List<Filter> filters) {
        try {
            for (Filter filter : filters) {
                if (filter.getName().equals(ListenerText.HTTP)) {
                    return http(HttpConnectionManager.parseFrom(
                            filter.getTypedConfig().getValue()));
                }
                if (filter.getName().equals(ListenerText.TCP) && !ListenerText.dropsTraffic(filter)) {
                    return cluster(TcpProxy.parseFrom(filter.getTypedConfig().getValue())
                            .getCluster());
                }
            }
        } catch (InvalidProtocolBufferException e) {
            return e.getMessage();
        }
        return "Non-HTTP/Non-TCP";
    }

    /** Which requests a route takes, but for headers and parameters. */
    static String match(RouteMatch match) {
        List<String> parts = new ArrayList<>();
        if (!match.getPrefix().isEmpty()) {
            parts.add(match.getPrefix() + "*");
        }
        if (!match.getPathSeparatedPrefix().isEmpty()) {
            parts.add("PathPrefix:" + match.getPathSeparatedPrefix());
        }
        if (!match.getPath().isEmpty()) {
            parts.add(match.getPath());
        }
        if (match.hasSafeRegex()) {
            parts.add("regex " + match.getSafeRegex().getRegex());
        }
        return String.join(" ", parts);
    }

    private static String http(HttpConnectionManager manager) {
        if (manager.hasRouteConfig()) {
            return inline(manager.getRouteConfig());
        }
        String name = manager.getRds().getRouteConfigName();
        return name.isEmpty() ? "HTTP" : "Route: " + name;
    }

    private static String cluster(String name) {
        return name.contains("Cluster") ? name : "Cluster: " + name;
    }

    private static String inline(RouteConfiguration routes) {
        if (routes.getVirtualHostsCount() == 1) {
            VirtualHost only = routes.getVirtualHosts(0);
            if (forEveryDomain(only) && only.getRoutesCount() == 1 && isCatchAll(only.getRoutes(0))) {
                return cluster(only.getRoutes(0).getRoute().getCluster());
            }
        }
        return "Inline Route: "
                + routes.getVirtualHostsList().stream()
                        .map(DestinationText::virtualHost)
                        .collect(Collectors.joining("; "));
    }

    private static boolean forEveryDomain(VirtualHost host) {
        return host.getDomainsCount() == 1 && host.getDomains(0).equals("*");
    }

    private static boolean isCatchAll(Route route) {
        return route.getMatch().getPrefix().equals("/")
                && route.getRoute().getClusterSpecifierCase() == RouteAction.ClusterSpecifierCase.CLUSTER;
    }

    private static String virtualHost(VirtualHost host) {
        String routes = host.getRoutesList().stream()
                .map(route -> match(route.getMatch()))
                .collect(Collectors.joining(", "));
        String domains = forEveryDomain(host) ? "" : String.join("/", host.getDomainsList());
        return domains.isEmpty() ? routes : domains + " " + routes;
    }
}
