package dev.dsctl.cli.table;

import io.envoyproxy.envoy.admin.v3.ClusterStatus;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One address of one endpoint.
 *
 * @param address an IP address, {@code unix://PATH} or {@code envoy://LISTENER/ID}
 * @param port 0 without one
 * @param cluster the cluster's name
 * @param status as the control plane gave it
 * @param ejected whether Envoy's outlier detection has taken it out
 */
public record Host(String address, int port, String cluster, HealthStatus status, boolean ejected) {

    /** The order of istioctl's table. */
    static final Comparator<Host> ORDER =
            Comparator.comparing(Host::address).thenComparingInt(Host::port).thenComparing(Host::cluster);

    /** An address as Envoy reports it. */
    private static Host of(Address address, String cluster, HealthStatus status, boolean ejected) {
        int port = address.hasSocketAddress() ? address.getSocketAddress().getPortValue() : 0;
        return new Host(text(address, "unix://"), port, cluster, status, ejected);
    }

    /** The hosts that Envoy has in a cluster. */
    public static List<Host> of(ClusterStatus cluster) {
        return cluster.getHostStatusesList().stream()
                .map(host -> of(
                        host.getAddress(),
                        cluster.getName(),
                        host.getHealthStatus().getEdsHealthStatus(),
                        host.getHealthStatus().getFailedOutlierCheck()))
                .toList();
    }

    /** The addresses of all endpoints of a cluster, one after the other. */
    public static List<Host> of(ClusterLoadAssignment assignment) {
        List<Host> hosts = new ArrayList<>();
        assignment
                .getEndpointsList()
                .forEach(group -> group.getLbEndpointsList()
                        .forEach(endpoint -> hosts.addAll(of(endpoint, assignment.getClusterName()))));
        return hosts;
    }

    /** The addresses of one endpoint: the one it is known by, then the additional ones. */
    static List<Host> of(LbEndpoint endpoint, String cluster) {
        return addresses(endpoint.getEndpoint()).stream()
                .map(address -> of(address, cluster, endpoint.getHealthStatus(), false))
                .toList();
    }

    /** All addresses of an endpoint as one text. Source: {@code retrieveEndpointAddresses}, configdump/endpoint.go. */
    static String joined(Endpoint endpoint) {
        return addresses(endpoint).stream()
                .map(address -> address.hasSocketAddress()
                        ? text(address, "") + ":" + address.getSocketAddress().getPortValue()
                        : text(address, ""))
                .collect(java.util.stream.Collectors.joining(","));
    }

    /** {@code address:port}; IPv6 without brackets, as istioctl prints it. */
    String text() {
        return port == 0 ? address : address + ":" + port;
    }

    private static List<Address> addresses(Endpoint endpoint) {
        List<Address> addresses = new ArrayList<>();
        addresses.add(endpoint.getAddress());
        endpoint.getAdditionalAddressesList().forEach(additional -> addresses.add(additional.getAddress()));
        return addresses;
    }

    private static String text(Address address, String pipe) {
        return switch (address.getAddressCase()) {
            case SOCKET_ADDRESS -> address.getSocketAddress().getAddress();
            case PIPE -> pipe + address.getPipe().getPath();
            case ENVOY_INTERNAL_ADDRESS ->
                "envoy://" + address.getEnvoyInternalAddress().getServerListenerName() + "/"
                        + address.getEnvoyInternalAddress().getEndpointId();
            case ADDRESS_NOT_SET -> "unknown";
        };
    }
}
