package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ListenerChoices.ServerNames;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.render.Names;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.List;

/** The chains for services that aren't HTTP. Source: pilot/pkg/networking/core/tls.go. */
final class OutboundTcpChains {

    private final ListenerScope scope;

    OutboundTcpChains(ListenerScope scope) {
        this.scope = scope;
    }

    /** The chains of a port at its final address. */
    List<ChainSpec> of(OutboundPort port) {
        ChainMatch match = new ChainMatch(serverNames(port), port.ranges(), List.of(), "");
        return List.of(ChainSpec.of(match, toService(port)));
    }

    private ChainSpec.Tcp toService(OutboundPort port) {
        String cluster = Names.outbound(clusterPort(port), "", port.service().hostname());
        TcpProxy proxy =
                TcpProxy.newBuilder().setStatPrefix(cluster).setCluster(cluster).build();
        return new ChainSpec.Tcp(scope.filters().outbound(port.port().protocol(), proxy));
    }

    /** A Sidecar's port may be another than the service's; with several of those there is no telling which is meant. */
    private static int clusterPort(OutboundPort port) {
        List<ServicePort> ports = port.service().ports();
        return ports.size() == 1 ? ports.get(0).number() : port.port().number();
    }

    /** Where several services may share an address, TLS connections are told apart by their server name. */
    private List<String> serverNames(OutboundPort port) {
        if (!port.port().protocol().isTls()) {
            return List.of();
        }
        boolean shared = !port.ranges().isEmpty() || sharesWildcard(port);
        return shared ? List.of(port.service().hostname()) : List.of();
    }

    private boolean sharesWildcard(OutboundPort port) {
        Service service = port.service();
        boolean anywhere = OutboundPort.primaryAddress(scope.view(), service).equals(ListenAddresses.ANY_IPV4);
        if (!anywhere || !scope.binds().isWildcard(port.bind())) {
            return false;
        }
        boolean ipv6 = scope.view().proxy().ipMode() == IpMode.IPV6;
        return switch (scope.profile().choice(ServerNames.class)) {
            case IPV4_WILDCARD -> !ipv6;
            case WILDCARD -> !ipv6 || service.registry() == Service.Registry.SERVICE_ENTRY;
        };
    }
}
