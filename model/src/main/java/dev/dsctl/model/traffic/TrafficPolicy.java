package dev.dsctl.model.traffic;

import dev.dsctl.model.profile.TrafficChoices.SubsetRetryBudget;
import java.util.List;
import java.util.Optional;

/**
 * How clients of a host behave ({@code trafficPolicy}). Source: istio/api networking/v1alpha3/destination_rule.proto
 * ({@code TrafficPolicy}).
 *
 * @param connectionPool limits of connections and requests
 * @param outlierDetection when hosts are taken out of the pool
 * @param loadBalancer which host gets a request
 * @param tls how connections are secured
 * @param tunnel whether TCP traffic goes through an HTTP tunnel
 * @param proxyProtocol the version of the PROXY protocol's header that connections begin with
 * @param retryBudget how many retries may be under way
 * @param ports policies of single ports, first match wins
 */
public record TrafficPolicy(
        Optional<ConnectionPool> connectionPool,
        Optional<OutlierDetection> outlierDetection,
        Optional<LoadBalancer> loadBalancer,
        Optional<ClientTls> tls,
        Optional<Tunnel> tunnel,
        Optional<ProxyProtocol> proxyProtocol,
        Optional<RetryBudget> retryBudget,
        List<PortPolicy> ports) {

    /** Says nothing. */
    public static final TrafficPolicy NONE = new TrafficPolicy(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public TrafficPolicy {
        ports = List.copyOf(ports);
    }

    /**
     * The policy of one service port ({@code portLevelSettings}).
     *
     * @param port the service port
     * @param policy what holds there; never has a tunnel, PROXY protocol, retry budget or ports of its own
     */
    public record PortPolicy(int port, TrafficPolicy policy) {}

    /** Which version of the PROXY protocol connections begin with. */
    public enum ProxyProtocol {
        V1,
        V2
    }

    /**
     * Retries under way as part of all requests ({@code retryBudget}).
     *
     * @param percent 0 to 100, empty for Istio's own
     * @param minRetryConcurrency how many are always allowed, 0 for Istio's own
     */
    public record RetryBudget(Optional<Double> percent, int minRetryConcurrency) {}

    /**
     * Sends TCP traffic through an HTTP proxy.
     *
     * @param protocol {@code CONNECT} or {@code POST}, empty for {@code CONNECT}
     * @param targetHost where the tunnel ends
     * @param targetPort where the tunnel ends
     */
    public record Tunnel(String protocol, String targetHost, int targetPort) {}

    /**
     * What holds for a service port: its own policy if there is one, which inherits nothing, else this one. Source:
     * {@code GetPortLevelTrafficPolicy}, pilot/pkg/networking/util/util.go.
     */
    public TrafficPolicy of(int port) {
        PortPolicy own = own(port);
        return own == null ? this : own.policy();
    }

    /**
     * What holds for a service port of a subset. The subset's parts replace this policy's, a port's policy of the subset replaces all that a
     * port's policy can say. Source: {@code MergeSubsetTrafficPolicy}, pilot/pkg/networking/util/util.go.
     *
     * @param subset the subset's policy
     * @param budgets whether this policy's retry budget reaches subsets
     */
    public TrafficPolicy of(int port, TrafficPolicy subset, SubsetRetryBudget budgets) {
        TrafficPolicy wide = of(port);
        PortPolicy own = subset.own(port);
        TrafficPolicy narrow = own == null ? subset : own.policy();
        boolean whole = own != null;
        return new TrafficPolicy(
                whole ? narrow.connectionPool : or(narrow.connectionPool, wide.connectionPool),
                whole ? narrow.outlierDetection : or(narrow.outlierDetection, wide.outlierDetection),
                whole ? narrow.loadBalancer : or(narrow.loadBalancer, wide.loadBalancer),
                whole ? narrow.tls : or(narrow.tls, wide.tls),
                or(narrow.tunnel, wide.tunnel),
                or(narrow.proxyProtocol, wide.proxyProtocol),
                switch (budgets) {
                    case DROPPED -> Optional.empty();
                    case INHERITED -> or(narrow.retryBudget, wide.retryBudget);
                },
                List.of());
    }

    /** Whether a load balancer, here or at one of the ports, is {@code PASSTHROUGH}; the widest counts. */
    public boolean passesThrough() {
        return loadBalancer.isPresent() && loadBalancer.get().simple() == LoadBalancer.Simple.PASSTHROUGH;
    }

    /** The TLS mode for a service port, where a port's own TLS settings go before the others. */
    public Optional<ClientTls.Mode> tlsMode(int port) {
        for (PortPolicy own : ports) {
            if (own.port() == port && own.policy().tls.isPresent()) {
                return own.policy().tls.map(ClientTls::mode);
            }
        }
        return tls.map(ClientTls::mode);
    }

    private PortPolicy own(int port) {
        for (PortPolicy own : ports) {
            if (own.port() == port) {
                return own;
            }
        }
        return null;
    }

    private static <T> Optional<T> or(Optional<T> narrow, Optional<T> wide) {
        return narrow.isPresent() ? narrow : wide;
    }
}
