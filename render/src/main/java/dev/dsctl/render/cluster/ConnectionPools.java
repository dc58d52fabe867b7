package dev.dsctl.render.cluster;

import dev.dsctl.model.profile.PolicyChoices;
import dev.dsctl.model.traffic.ConnectionPool;
import dev.dsctl.model.traffic.ConnectionPool.Keepalive;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.model.traffic.TrafficPolicy.RetryBudget;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers.Thresholds;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.TcpKeepalive;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits of connections and requests. Source: {@code applyConnectionPool},
 * pilot/pkg/networking/core/cluster_traffic_policy.go.
 */
final class ConnectionPools {

    private ConnectionPools() {}

    static void apply(ClusterDraft draft, ConnectionPool pool, TrafficPolicy policy, ClusterScope scope) {
        Thresholds.Builder limits = CircuitBreakers.unlimited(scope);
        policy.retryBudget().ifPresent(budget -> retries(limits, budget, scope));
        pool.http().ifPresent(http -> requests(limits, http));
        draft.cluster().setConnectTimeout(scope.connectTimeout());
        pool.tcp().ifPresent(tcp -> {
            tcp.connectTimeout().ifPresent(t -> draft.cluster().setConnectTimeout(Values.duration(t)));
            if (tcp.maxConnections() > 0) {
                limits.setMaxConnections(Values.uint32(tcp.maxConnections()));
            }
        });
        scope.mesh().keepalive().ifPresent(keepalive -> keepalive(draft, keepalive));
        pool.tcp().flatMap(ConnectionPool.Tcp::keepalive).ifPresent(keepalive -> keepalive(draft, keepalive));
        draft.cluster().getCircuitBreakersBuilder().addThresholds(limits);
        http(draft, pool, scope);
    }

    private static void requests(Thresholds.Builder limits, ConnectionPool.Http http) {
        if (http.http2MaxRequests() > 0) {
            limits.setMaxRequests(Values.uint32(http.http2MaxRequests()));
        }
        if (http.http1MaxPendingRequests() > 0) {
            limits.setMaxPendingRequests(Values.uint32(http.http1MaxPendingRequests()));
        }
        if (http.maxRetries() > 0) {
            limits.setMaxRetries(Values.uint32(http.maxRetries()));
        }
    }

    private static void retries(Thresholds.Builder limits, RetryBudget budget, ClusterScope scope) {
        double byDefault;
        switch (scope.choice(PolicyChoices.RetryBudgets.class)) {
            case IGNORED -> {
                return;
            }
            case FIFTH_OF_A_PERCENT -> byDefault = 0.2;
            case FIFTH -> byDefault = 20;
            default -> throw new IllegalStateException();
        }
        limits.setRetryBudget(Thresholds.RetryBudget.newBuilder()
                .setBudgetPercent(Values.percent(budget.percent().orElse(byDefault)))
                .setMinRetryConcurrency(
                        Values.uint32(budget.minRetryConcurrency() > 0 ? budget.minRetryConcurrency() : 3)));
    }

    private static void keepalive(ClusterDraft draft, Keepalive keepalive) {
        TcpKeepalive.Builder tcp =
                draft.cluster().getUpstreamConnectionOptionsBuilder().getTcpKeepaliveBuilder();
        if (keepalive.probes() > 0) {
            tcp.setKeepaliveProbes(Values.uint32(keepalive.probes()));
        }
        keepalive.time().ifPresent(t -> tcp.setKeepaliveTime(Values.uint32(t.getSeconds())));
        keepalive.interval().ifPresent(t -> tcp.setKeepaliveInterval(Values.uint32(t.getSeconds())));
    }

    private static void http(ClusterDraft draft, ConnectionPool pool, ClusterScope scope) {
        Optional<ConnectionPool.Http> http = pool.http();
        Optional<Duration> idleTimeout = http.flatMap(ConnectionPool.Http::idleTimeout);
        int streams = 0;
        switch (scope.choice(PolicyChoices.PoolLimits.class)) {
            case BASIC -> {}
            case WITH_IDLE_TIMEOUT_AND_STREAMS -> {
                idleTimeout = idleTimeout.or(() -> pool.tcp().flatMap(ConnectionPool.Tcp::idleTimeout));
                streams = http.map(ConnectionPool.Http::maxConcurrentStreams).orElse(0);
            }
        }
        Optional<Duration> duration = pool.tcp().flatMap(ConnectionPool.Tcp::maxConnectionDuration);
        int requests = http.map(ConnectionPool.Http::maxRequestsPerConnection).orElse(0);
        if (idleTimeout.isPresent() || duration.isPresent() || requests > 0 || streams > 0) {
            HttpProtocolOptions.Builder common = draft.http().getCommonHttpProtocolOptionsBuilder();
            idleTimeout.ifPresent(t -> common.setIdleTimeout(Values.duration(t)));
            duration.ifPresent(t -> common.setMaxConnectionDuration(Values.duration(t)));
            if (requests > 0) {
                common.setMaxRequestsPerConnection(Values.uint32(requests));
            }
            if (streams > 0 && draft.isHttp2()) {
                draft.http()
                        .getExplicitHttpConfigBuilder()
                        .getHttp2ProtocolOptionsBuilder()
                        .setMaxConcurrentStreams(Values.uint32(streams));
            }
        }
        if (http.map(ConnectionPool.Http::useClientProtocol).orElse(false)) {
            HttpProtocols.asClient(draft.http(), scope);
        }
    }
}
