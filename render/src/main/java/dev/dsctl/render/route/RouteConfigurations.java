package dev.dsctl.render.route;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.profile.RouteChoices.DirectResponses;
import dev.dsctl.model.profile.RouteChoices.DomainPorts;
import dev.dsctl.model.proxy.EgressScope;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.sidecar.SidecarPort;
import dev.dsctl.render.FamilyMarks;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The route configurations of a proxy. Source: {@code buildSidecarOutboundHTTPRouteConfig}, pilot/pkg/networking/core/httproute.go.
 */
public final class RouteConfigurations {

    /** The longest direct response that the API lets a user write, in bytes. */
    private static final int LONGEST_BODY = 1024 * 1024;

    private final ProxyView view;
    private final FamilyMarks marks;
    private final ConsistentHashes hashes;
    private final Map<EgressScope, RouteScope> scopes = new IdentityHashMap<>();
    private final Map<Integer, PortHosts> byPort = new HashMap<>();

    private RouteConfigurations(ProxyView view) {
        this.view = view;
        this.marks = FamilyMarks.of(view);
        this.hashes = new ConsistentHashes(view);
    }

    /** The route configurations of these names; {@link RouteNames} has those that listeners ask for. */
    public static List<RouteConfiguration> of(ProxyView view, Collection<String> names) {
        List<RouteConfigurations> families =
                view.perFamily().stream().map(RouteConfigurations::new).toList();
        return names.stream().map(name -> ofFamily(families, name).of(name)).toList();
    }

    private static RouteConfigurations ofFamily(List<RouteConfigurations> families, String name) {
        return families.stream()
                .filter(family -> family.marks.isOfRoute(name))
                .findFirst()
                .orElse(families.get(0));
    }

    private RouteConfiguration of(String text) {
        RouteName name = RouteName.of(text, marks);
        RouteConfiguration.Builder configuration =
                RouteConfiguration.newBuilder().setName(name.text()).setValidateClusters(BoolValue.of(false));
        if (name.kind() == RouteName.Kind.UNKNOWN) {
            return configuration.build();
        }
        if (view.profile().has(DirectResponses.LIMIT_OF_API)) {
            configuration.setMaxDirectResponseBodySizeBytes(UInt32Value.of(LONGEST_BODY));
        }
        return configuration
                .addAllVirtualHosts(hosts(name))
                .setIgnorePortInHostMatching(view.profile().has(DomainPorts.IGNORED))
                .build();
    }

    private List<VirtualHost> hosts(RouteName name) {
        PortHosts hosts =
                name.port() == 0 ? portHosts(name) : byPort.computeIfAbsent(name.port(), port -> portHosts(name));
        if (name.kind() == RouteName.Kind.SERVICE) {
            return hosts.of(name, marks);
        }
        List<VirtualHost> all = new ArrayList<>(hosts.all());
        all.add(UnmatchedRequests.of(view));
        return all;
    }

    private PortHosts portHosts(RouteName name) {
        Optional<EgressScope> found = view.scope().egress().stream()
                .filter(scope -> isFor(scope, name))
                .findFirst();
        if (found.isEmpty()) {
            return new PortHosts(List.of());
        }
        EgressScope egress = found.orElseThrow();
        RouteScope scope = scopes.computeIfAbsent(egress, e -> new RouteScope(view, e, hashes));
        boolean proxied = egress.listener()
                .port()
                .filter(port -> port.protocol() == Protocol.HTTP_PROXY)
                .isPresent();
        int port = proxied ? 0 : name.port();
        return new PortHosts(VirtualHosts.of(view, HostGroups.of(scope, port), port));
    }

    /** Whether a listener is the one that asks: it has the port, or the Unix socket, or none of either. */
    private static boolean isFor(EgressScope scope, RouteName name) {
        Optional<SidecarPort> port = scope.listener().port();
        return port.isEmpty()
                || (port.orElseThrow().number() == name.port()
                        && (name.port() != 0 || scope.listener().bind().equals(name.plain())));
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

        private VirtualHost byName(String name) {
            return all.stream()
                    .filter(host -> host.getName().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        /** On its own listener a service takes requests for any host. */
        List<VirtualHost> of(RouteName name, FamilyMarks marks) {
            VirtualHost host = marks.isOfRoute(name.text()) ? byName(name.text()) : byDomain.get(name.host());
            return host == null
                    ? List.of()
                    : List.of(host.toBuilder().clearDomains().addDomains("*").build());
        }
    }
}
