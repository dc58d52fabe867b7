package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.proxy.Families;
import dev.dsctl.model.security.PeerAuthentications;
import dev.dsctl.render.StatPattern;
import dev.dsctl.render.envoy.Cidrs;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The filter chains for ports that no service has. Source: {@code buildInboundPassthroughChains},
 * pilot/pkg/networking/core/listener_inbound.go.
 *
 * @param cluster where such traffic goes
 * @param range for which destinations, all if there is none
 */
record InboundPassthrough(String cluster, Optional<CidrRange> range) {

    private static final String CLUSTER = "InboundPassthroughCluster";

    /** All ports, and after them those that are unknown but have a mutual TLS mode of their own. */
    static List<FilterChain> chains(
            ListenerScope scope, InboundChains chains, DownstreamTls tls, PeerAuthentications.Effective modes) {
        List<Integer> ports = new ArrayList<>(List.of(0));
        Set<Integer> declared = InboundPorts.declared(scope.view());
        modes.ports().keySet().stream()
                .filter(port -> !declared.contains(port))
                .sorted()
                .forEach(ports::add);
        List<FilterChain> result = new ArrayList<>();
        for (InboundPassthrough passthrough : of(scope)) {
            InboundPort each = passthrough.port(scope.marks().listener("virtualInbound"));
            for (int port : ports) {
                List<InboundMatch> matches = InboundMatch.of(
                        Handling.SNIFFED, modes.of(port), scope.settings().plainHttpProtocols());
                result.addAll(chains.of(each.at(port), passthrough.taken(matches, scope), tls, passthrough.range));
            }
        }
        return result;
    }

    /** A listener of one family has the chains for HTTP of both, but those for other traffic only of its own. */
    private List<InboundMatch> taken(List<InboundMatch> matches, ListenerScope scope) {
        Families families = scope.view().families();
        boolean all = range.isEmpty()
                || families == Families.TOGETHER
                || !families.of(addresses()).isEmpty();
        return all
                ? matches
                : matches.stream()
                        .filter(match -> match.content() == InboundMatch.Content.HTTP)
                        .toList();
    }

    private Addresses addresses() {
        return Addresses.of(range.orElseThrow().getAddressPrefix());
    }

    private static List<InboundPassthrough> of(ListenerScope scope) {
        IpMode mode = scope.view().proxy().ipMode();
        return switch (scope.profile().choice(ClusterChoices.InboundPassthrough.class)) {
            case ONE -> List.of(new InboundPassthrough(CLUSTER, Optional.empty()));
            case ONE_PER_FAMILY -> {
                List<InboundPassthrough> families = new ArrayList<>(2);
                if (mode != IpMode.IPV6) {
                    families.add(new InboundPassthrough(CLUSTER + "Ipv4", Optional.of(Cidrs.range("0.0.0.0/0"))));
                }
                if (mode != IpMode.IPV4) {
                    families.add(new InboundPassthrough(CLUSTER + "Ipv6", Optional.of(Cidrs.range("::/0"))));
                }
                yield families;
            }
        };
    }

    private InboundPort port(String name) {
        return new InboundPort(
                cluster,
                ServicePort.of(name, 0, Protocol.UNSUPPORTED),
                0,
                new Bind(Addresses.NONE, Bind.Socket.NONE),
                StatPattern.Subject.NONE,
                Metadata.getDefaultInstance());
    }
}
