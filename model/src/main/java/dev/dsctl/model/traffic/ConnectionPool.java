package dev.dsctl.model.traffic;

import java.time.Duration;
import java.util.Optional;

/**
 * Limits of connections and requests. Source: istio/api networking/v1alpha3/destination_rule.proto
 * ({@code ConnectionPoolSettings}).
 *
 * @param tcp limits of connections
 * @param http limits of requests
 */
public record ConnectionPool(Optional<Tcp> tcp, Optional<Http> http) {

    /** Says nothing. */
    public static final ConnectionPool NONE = new ConnectionPool(Optional.empty(), Optional.empty());

    /**
     * Limits of connections.
     *
     * @param maxConnections 0 when not set
     * @param connectTimeout how long connecting may take
     * @param keepalive probes of idle connections
     * @param maxConnectionDuration how long a connection may last
     * @param idleTimeout how long a connection may be idle
     */
    public record Tcp(
            int maxConnections,
            Optional<Duration> connectTimeout,
            Optional<Keepalive> keepalive,
            Optional<Duration> maxConnectionDuration,
            Optional<Duration> idleTimeout) {}

    /**
     * SO_KEEPALIVE.
     *
     * @param probes unanswered ones after which a connection is dead, 0 when not set
     * @param time idle time before the first
     * @param interval time between two
     */
    public record Keepalive(long probes, Optional<Duration> time, Optional<Duration> interval) {}

    /**
     * Limits of requests; numbers are 0 when not set.
     *
     * @param http1MaxPendingRequests requests that wait for a connection
     * @param http2MaxRequests requests under way
     * @param maxRequestsPerConnection requests after which a connection is closed
     * @param maxRetries retries under way
     * @param maxConcurrentStreams streams of one HTTP/2 connection
     * @param idleTimeout how long a connection may be without request
     * @param h2Upgrade whether HTTP/1.1 becomes HTTP/2
     * @param useClientProtocol whether hosts are spoken to as the client spoke
     */
    public record Http(
            int http1MaxPendingRequests,
            int http2MaxRequests,
            int maxRequestsPerConnection,
            int maxRetries,
            int maxConcurrentStreams,
            Optional<Duration> idleTimeout,
            H2Upgrade h2Upgrade,
            boolean useClientProtocol) {}

    /** Whether HTTP/1.1 becomes HTTP/2 on the way to hosts ({@code h2UpgradePolicy}). */
    public enum H2Upgrade {
        /** As the mesh has it. */
        DEFAULT,
        DO_NOT_UPGRADE,
        UPGRADE
    }
}
