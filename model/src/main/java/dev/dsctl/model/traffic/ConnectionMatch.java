package dev.dsctl.model.traffic;

import java.util.List;
import java.util.Map;

/**
 * Which connections a TCP or TLS route takes ({@code L4MatchAttributes}, {@code TLSMatchAttributes}).
 *
 * @param sniHosts server names, for TLS routes only
 * @param destinationSubnets where the connection wants to go, addresses or CIDRs
 * @param port the port it wants to reach, 0 for any
 * @param sourceLabels labels of the client
 * @param gateways names of gateways, empty for those of the VirtualService
 * @param sourceNamespace the client's namespace, empty for any
 */
public record ConnectionMatch(
        List<String> sniHosts,
        List<String> destinationSubnets,
        int port,
        Map<String, String> sourceLabels,
        List<String> gateways,
        String sourceNamespace) {

    public ConnectionMatch {
        sniHosts = List.copyOf(sniHosts);
        destinationSubnets = List.copyOf(destinationSubnets);
        sourceLabels = Map.copyOf(sourceLabels);
        gateways = List.copyOf(gateways);
    }
}
