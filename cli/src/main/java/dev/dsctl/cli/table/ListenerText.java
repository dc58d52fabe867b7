package dev.dsctl.cli.table;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What istioctl says of a listener and its filter chains. Source: istioctl/pkg/writer/envoy/configdump/listener.go. */
final class ListenerText {

    static final String HTTP = "envoy.filters.network.http_connection_manager";
    static final String TCP = "envoy.filters.network.tcp_proxy";

    private static final Map<List<String>, String> KNOWN_PROTOCOLS = Map.of(
            List.of("http/1.0", "http/1.1", "h2c"), "HTTP",
            List.of("http/1.0", "http/1.1", "h2c", "istio-http/1.0", "istio-http/1.1", "istio-h2"), "HTTP TLS",
            List.of("istio", "istio-http/1.0", "istio-http/1.1", "istio-h2"), "Istio HTTP Plain",
            List.of("istio-peer-exchange", "istio"), "TCP TLS");

    private ListenerText() {}

    /** The address, then the additional ones. */
    static List<String> addresses(Listener listener) {
        List<String> addresses = new ArrayList<>();
        addresses.add(address(listener.getAddress()));
        listener.getAdditionalAddressesList()
                .forEach(additional ->
                        addresses.add(additional.getAddress().getSocketAddress().getAddress()));
        return addresses;
    }

    private static String address(Address address) {
        return address.hasPipe()
                ? address.getPipe().getPath()
                : address.getSocketAddress().getAddress();
    }

    static int port(Listener listener) {
        return listener.getAddress().getSocketAddress().getPortValue();
    }

    /** The filter chains, the default one last. */
    static List<FilterChain> chains(Listener listener) {
        List<FilterChain> chains = new ArrayList<>(listener.getFilterChainsList());
        if (listener.hasDefaultFilterChain()) {
            chains.add(listener.getDefaultFilterChain());
        }
        return chains;
    }

    /** {@code HTTP}, {@code TCP}, {@code HTTP+TCP} or {@code UNKNOWN}. */
    static String type(Listener listener) {
        boolean http = false;
        boolean tcp = false;
        for (FilterChain chain : chains(listener)) {
            for (Filter filter : chain.getFiltersList()) {
                http |= filter.getName().equals(HTTP);
                tcp |= filter.getName().equals(TCP) && !dropsTraffic(filter);
            }
        }
        if (http) {
            return tcp ? "HTTP+TCP" : "HTTP";
        }
        return tcp ? "TCP" : "UNKNOWN";
    }

    /** Whether the filter's configuration names the cluster without endpoints anywhere, in access logs too. */
    static boolean dropsTraffic(Filter filter) {
        return filter.getTypedConfig()
                .getValue()
                .toString(StandardCharsets.ISO_8859_1)
                .contains(dev.dsctl.render.Names.BLACK_HOLE_CLUSTER);
    }

    /** Which connections a chain takes. */
    static String match(FilterChainMatch match) {
        List<String> parts = new ArrayList<>();
        if (match.getServerNamesCount() > 0) {
            parts.add("SNI: " + String.join(",", match.getServerNamesList()));
        }
        if (!match.getTransportProtocol().isEmpty()) {
            parts.add("Trans: " + match.getTransportProtocol());
        }
        if (match.getApplicationProtocolsCount() > 0) {
            List<String> protocols = List.copyOf(match.getApplicationProtocolsList());
            String known = KNOWN_PROTOCOLS.get(protocols);
            parts.add("App: " + (known != null ? known : String.join(",", protocols)));
        }
        String port = match.hasDestinationPort()
                ? ":" + Integer.toUnsignedString(match.getDestinationPort().getValue())
                : "";
        if (match.getPrefixRangesCount() > 0) {
            parts.add("Addr: "
                    + match.getPrefixRangesList().stream()
                            .map(ListenerText::cidr)
                            .collect(Collectors.joining(","))
                    + port);
        } else if (!port.isEmpty()) {
            parts.add("Addr: *" + port);
        }
        return parts.isEmpty() ? "ALL" : String.join("; ", parts);
    }

    private static String cidr(CidrRange range) {
        return range.getAddressPrefix() + "/" + range.getPrefixLen().getValue();
    }
}
