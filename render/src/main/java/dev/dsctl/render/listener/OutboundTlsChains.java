package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.ListenerChoices.AliasServerNames;
import dev.dsctl.model.profile.ListenerChoices.ServerNames;
import dev.dsctl.model.profile.ListenerChoices.SubnetMatches;
import dev.dsctl.model.traffic.ConnectionMatch;
import dev.dsctl.model.traffic.ConnectionRoute;
import dev.dsctl.model.traffic.VirtualService;
import dev.dsctl.render.envoy.ConfigMetadata;
import dev.dsctl.render.route.Domains;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chains for TLS that the application does itself. A VirtualService's routes replace the service itself. Source:
 * {@code buildSidecarOutboundTLSFilterChainOpts}, pilot/pkg/networking/core/tls.go.
 */
final class OutboundTlsChains {

    private final ListenerScope scope;
    private final ConnectionTargets targets;

    OutboundTlsChains(ListenerScope scope, ConnectionTargets targets) {
        this.scope = scope;
        this.targets = targets;
    }

    /** The chains of a port at its final address. */
    List<ChainSpec> of(OutboundPort port) {
        List<ChainSpec> chains = new ArrayList<>(1);
        Set<Object> handled = new HashSet<>();
        List<String> ranges = port.ranges();
        for (VirtualService service : port.routes().of(port.service().hostname())) {
            for (ConnectionRoute route : service.tls()) {
                for (ConnectionMatch match : targets.applicable(route, port)) {
                    ranges = ranges(match, port, ranges);
                    if (handled.add(List.of(match.sniHosts(), match.destinationSubnets()))) {
                        chains.add(new ChainSpec(
                                new ChainMatch(match.sniHosts(), ranges, List.of(), ""),
                                ConfigMetadata.of(scope.profile(), "virtual-service", service.meta()),
                                targets.of(route, service, port)));
                    }
                }
            }
        }
        if (chains.isEmpty()) {
            ChainMatch match = new ChainMatch(serverNames(port), port.ranges(), List.of(), "");
            chains.add(ChainSpec.of(match, targets.toService(port)));
        }
        return chains;
    }

    /** The destinations of a match: its own, else the service's, or in some releases those of the match before it. */
    private List<String> ranges(ConnectionMatch match, OutboundPort port, List<String> before) {
        if (!match.destinationSubnets().isEmpty() && port.port().number() > 0) {
            return match.destinationSubnets();
        }
        return switch (scope.profile().choice(SubnetMatches.class)) {
            case OWN -> port.ranges();
            case CARRIED_ON -> before;
        };
    }

    /** Where several services may share an address, connections are told apart by their server name. */
    private List<String> serverNames(OutboundPort port) {
        if (port.ranges().isEmpty() && !sharesWildcard(port)) {
            return List.of();
        }
        Service service = port.service();
        List<String> names = new ArrayList<>(List.of(service.hostname()));
        switch (scope.profile().choice(AliasServerNames.class)) {
            case ABSENT -> {}
            case PRESENT -> service.aliases().forEach(alias -> addNames(alias, names));
        }
        return names;
    }

    private void addNames(String alias, List<String> names) {
        String hostname = alias.substring(alias.indexOf('/') + 1);
        names.add(hostname);
        names.addAll(new Domains(scope.view()).formsOf(hostname));
    }

    private boolean sharesWildcard(OutboundPort port) {
        Service service = port.service();
        boolean anywhere = scope.addresses().isAny(OutboundPort.primaryAddress(scope.view(), service));
        if (!anywhere || !scope.binds().isWildcard(port.bind())) {
            return false;
        }
        boolean ipv6 = scope.view().proxy().ipMode() == IpMode.IPV6;
        return switch (scope.profile().choice(ServerNames.class)) {
            case IPV4_WILDCARD -> !ipv6;
            case WILDCARD -> !ipv6 || service.registry() == Service.Registry.SERVICE_ENTRY;
            case EVERY_WILDCARD -> true;
        };
    }
}
