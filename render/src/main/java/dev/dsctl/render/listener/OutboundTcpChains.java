package dev.dsctl.render.listener;

import dev.dsctl.model.traffic.ConnectionMatch;
import dev.dsctl.model.traffic.ConnectionRoute;
import dev.dsctl.model.traffic.VirtualService;
import dev.dsctl.render.envoy.ConfigMetadata;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The chains for services that aren't HTTP, TLS apart. A VirtualService's routes come before the service itself. Source:
 * {@code buildSidecarOutboundTCPFilterChainOpts}, pilot/pkg/networking/core/tls.go.
 */
final class OutboundTcpChains {

    private final ListenerScope scope;
    private final ConnectionTargets targets;

    OutboundTcpChains(ListenerScope scope, ConnectionTargets targets) {
        this.scope = scope;
        this.targets = targets;
    }

    /** The chains of a port at its final address. */
    List<ChainSpec> of(OutboundPort port) {
        List<ChainSpec> chains = new ArrayList<>(1);
        boolean taken = false;
        for (VirtualService service : port.routes().of(port.service().hostname())) {
            for (ConnectionRoute route : service.tcp()) {
                List<ConnectionMatch> matches = targets.applicable(route, port);
                if (route.matches().isEmpty() || matches.stream().anyMatch(match -> takesAll(match, port))) {
                    chains.add(routed(port, service, route));
                    return chains;
                }
                List<String> subnets = matches.stream()
                        .flatMap(match -> match.destinationSubnets().stream())
                        .toList();
                if (!subnets.isEmpty()) {
                    chains.add(ChainSpec.of(ChainMatch.ofRanges(subnets), targets.of(route, service, port)));
                    taken |= subnets.size() == port.ranges().size()
                            && new TreeSet<>(subnets).equals(new TreeSet<>(port.ranges()));
                }
            }
        }
        if (!taken) {
            chains.add(ChainSpec.of(ChainMatch.ofRanges(port.ranges()), targets.toService(port)));
        }
        return chains;
    }

    /** On a Unix domain socket there are no destinations to tell apart. */
    private static boolean takesAll(ConnectionMatch match, OutboundPort port) {
        return match.destinationSubnets().isEmpty() || port.port().number() == 0;
    }

    private ChainSpec routed(OutboundPort port, VirtualService service, ConnectionRoute route) {
        Metadata metadata = ConfigMetadata.of(scope.profile(), "virtual-service", service.meta());
        return new ChainSpec(ChainMatch.ofRanges(port.ranges()), metadata, targets.of(route, service, port));
    }
}
