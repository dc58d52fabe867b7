package dev.dsctl.render.route;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The route configurations of a proxy. Source: {@code buildSidecarOutboundHTTPRouteConfig}, pilot/pkg/networking/core/httproute.go.
 */
public final class RouteConfigurations {

    /** The longest direct response that the API lets a user write, in bytes. */
    private static final int LONGEST_BODY = 1024 * 1024;

    private final ProxyView view;
    private final EgressScope scope;
    private final Map<Integer, PortHosts> byPort = new HashMap<>();

    private RouteConfigurations(ProxyView view) {
        this.view = view;
        this.scope = new EgressScope(
                view,
                view.services(),
                view.mesh().policies().virtualServices().visibleTo(view.proxy().namespace()));
    }

    /** The route configurations that the listeners ask for by name. */
    public static List<RouteConfiguration> of(ProxyView view, List<Listener> listeners) {
        return named(view, RouteNames.in(listeners));
    }

    /** The route configurations of these names. */
    public static List<RouteConfiguration> named(ProxyView view, Collection<String> names) {
        RouteConfigurations configurations = new RouteConfigurations(view);
        return names.stream().map(RouteName::of).map(configurations::of).toList();
    }

    private RouteConfiguration of(RouteName name) {
        RouteConfiguration.Builder configuration =
                RouteConfiguration.newBuilder().setName(name.text()).setValidateClusters(BoolValue.of(false));
        if (name.kind() == RouteName.Kind.UNKNOWN) {
            return configuration.build();
        }
        return configuration
                .addAllVirtualHosts(hosts(name))
                .setMaxDirectResponseBodySizeBytes(UInt32Value.of(LONGEST_BODY))
                .setIgnorePortInHostMatching(true)
                .build();
    }

    private List<VirtualHost> hosts(RouteName name) {
        PortHosts hosts = byPort.computeIfAbsent(
                name.port(), port -> new PortHosts(VirtualHosts.of(view, HostGroups.of(scope, port), port)));
        if (name.kind() == RouteName.Kind.SERVICE) {
            return hosts.of(name);
        }
        List<VirtualHost> all = new ArrayList<>(hosts.all());
        all.add(UnmatchedRequests.of(view));
        return all;
    }

    /** The virtual hosts of a port, by domain where a service's own listener asks for one of them. */
    private static final class PortHosts {

        private final List<VirtualHost> all;
        private final Map<String, VirtualHost> byDomain = new HashMap<>();

        PortHosts(List<VirtualHost> hosts) {
            this.all = hosts.stream()
                    .sorted(Comparator.comparing(VirtualHost::getName))
                    .toList();
            for (VirtualHost host : hosts) {
                host.getDomainsList().forEach(domain -> byDomain.put(domain, host));
            }
        }

        List<VirtualHost> all() {
            return all;
        }

        /** On its own listener a service takes requests for any host. */
        List<VirtualHost> of(RouteName name) {
            VirtualHost host = byDomain.get(name.host());
            return host == null
                    ? List.of()
                    : List.of(host.toBuilder().clearDomains().addDomains("*").build());
        }
    }
}
