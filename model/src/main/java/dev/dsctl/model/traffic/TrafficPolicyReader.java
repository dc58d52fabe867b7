package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.traffic.ClientTls.Mode;
import dev.dsctl.model.traffic.ConnectionPool.H2Upgrade;
import dev.dsctl.model.traffic.ConnectionPool.Keepalive;
import dev.dsctl.model.traffic.TrafficPolicy.PortPolicy;
import dev.dsctl.model.traffic.TrafficPolicy.ProxyProtocol;
import dev.dsctl.model.traffic.TrafficPolicy.RetryBudget;
import dev.dsctl.model.traffic.TrafficPolicy.Tunnel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads traffic policies. Source: istio/api networking/v1alpha3/destination_rule.proto. */
public final class TrafficPolicyReader {

    private TrafficPolicyReader() {}

    static TrafficPolicy read(Fields policy) {
        return new TrafficPolicy(
                optional(policy, "connectionPool", TrafficPolicyReader::connectionPool),
                optional(policy, "outlierDetection", TrafficPolicyReader::outlierDetection),
                optional(policy, "loadBalancer", LoadBalancerReader::read),
                optional(policy, "tls", TrafficPolicyReader::tls),
                optional(policy, "tunnel", TrafficPolicyReader::tunnel),
                optional(policy, "proxyProtocol", TrafficPolicyReader::proxyProtocol),
                optional(policy, "retryBudget", TrafficPolicyReader::retryBudget),
                policy.list("portLevelSettings").stream()
                        .map(TrafficPolicyReader::port)
                        .toList());
    }

    /** What a connection pool says; a Sidecar may have one too. */
    public static ConnectionPool connectionPool(Fields pool) {
        return new ConnectionPool(
                optional(pool, "tcp", TrafficPolicyReader::tcp), optional(pool, "http", TrafficPolicyReader::http));
    }

    /** What TCP keep-alive says; the mesh's settings may have it too. */
    public static Keepalive keepalive(Fields keepalive) {
        return new Keepalive(
                count(keepalive, "probes"), Durations.of(keepalive, "time"), Durations.of(keepalive, "interval"));
    }

    private static PortPolicy port(Fields port) {
        TrafficPolicy policy = new TrafficPolicy(
                optional(port, "connectionPool", TrafficPolicyReader::connectionPool),
                optional(port, "outlierDetection", TrafficPolicyReader::outlierDetection),
                optional(port, "loadBalancer", LoadBalancerReader::read),
                optional(port, "tls", TrafficPolicyReader::tls),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new PortPolicy(port.fields("port").port("number"), policy);
    }

    private static ConnectionPool.Tcp tcp(Fields tcp) {
        return new ConnectionPool.Tcp(
                count(tcp, "maxConnections"),
                Durations.of(tcp, "connectTimeout"),
                optional(tcp, "tcpKeepalive", TrafficPolicyReader::keepalive),
                Durations.of(tcp, "maxConnectionDuration"),
                Durations.of(tcp, "idleTimeout"));
    }

    private static ConnectionPool.Http http(Fields http) {
        return new ConnectionPool.Http(
                count(http, "http1MaxPendingRequests"),
                count(http, "http2MaxRequests"),
                count(http, "maxRequestsPerConnection"),
                count(http, "maxRetries"),
                count(http, "maxConcurrentStreams"),
                Durations.of(http, "idleTimeout"),
                named(http, "h2UpgradePolicy", H2UPGRADES, H2Upgrade.DEFAULT),
                http.bool("useClientProtocol", false));
    }

    private static final Map<String, H2Upgrade> H2UPGRADES = Map.of(
            "DEFAULT", H2Upgrade.DEFAULT,
            "DO_NOT_UPGRADE", H2Upgrade.DO_NOT_UPGRADE,
            "UPGRADE", H2Upgrade.UPGRADE);

    private static final Map<String, Mode> MODES = Map.of(
            "DISABLE", Mode.DISABLE,
            "SIMPLE", Mode.SIMPLE,
            "MUTUAL", Mode.MUTUAL,
            "ISTIO_MUTUAL", Mode.ISTIO_MUTUAL);

    private static OutlierDetection outlierDetection(Fields detection) {
        return new OutlierDetection(
                detection.bool("splitExternalLocalOriginErrors", false),
                optionalCount(detection, "consecutiveLocalOriginFailures"),
                optionalCount(detection, "consecutiveGatewayErrors"),
                optionalCount(detection, "consecutive5xxErrors"),
                Durations.of(detection, "interval"),
                Durations.of(detection, "baseEjectionTime"),
                detection.integer("maxEjectionPercent", 0, 0, 100),
                detection.integer("minHealthPercent", 0, 0, 100));
    }

    private static ClientTls tls(Fields tls) {
        ClientTls.Files files = new ClientTls.Files(
                tls.string("clientCertificate"),
                tls.string("privateKey"),
                tls.string("caCertificates"),
                tls.string("caCrl"));
        return new ClientTls(
                named(tls, "mode", MODES, Mode.DISABLE),
                files,
                tls.string("credentialName"),
                tls.strings("subjectAltNames"),
                tls.string("sni"),
                tls.bool("insecureSkipVerify", false));
    }

    private static Tunnel tunnel(Fields tunnel) {
        return new Tunnel(tunnel.string("protocol"), tunnel.requiredString("targetHost"), tunnel.port("targetPort"));
    }

    private static ProxyProtocol proxyProtocol(Fields protocol) {
        return named(protocol, "version", Map.of("V1", ProxyProtocol.V1, "V2", ProxyProtocol.V2), ProxyProtocol.V1);
    }

    private static RetryBudget retryBudget(Fields budget) {
        return new RetryBudget(
                budget.has("percent") ? Optional.of(budget.number("percent", 0)) : Optional.empty(),
                count(budget, "minRetryConcurrency"));
    }

    /** A part that may be missing. */
    static <T> Optional<T> optional(Fields owner, String key, Function<Fields, T> reader) {
        return owner.has(key) ? Optional.of(reader.apply(owner.fields(key))) : Optional.empty();
    }

    /** One of several names; another one is recorded as an error. */
    static <T> T named(Fields fields, String key, Map<String, T> names, T byDefault) {
        String name = fields.string(key);
        if (name.isEmpty()) {
            return byDefault;
        }
        T value = names.get(name);
        if (value == null) {
            fields.error(
                    key,
                    "expected one of "
                            + String.join(", ", names.keySet().stream().sorted().toList()) + ", found '" + name + "'");
            return byDefault;
        }
        return value;
    }

    private static int count(Fields fields, String key) {
        return fields.integer(key, 0, 0, Integer.MAX_VALUE);
    }

    private static Optional<Long> optionalCount(Fields fields, String key) {
        return fields.has(key) ? Optional.of((long) count(fields, key)) : Optional.empty();
    }
}
