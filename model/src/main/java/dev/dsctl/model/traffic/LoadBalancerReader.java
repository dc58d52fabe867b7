package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.traffic.ConsistentHash.Key;
import dev.dsctl.model.traffic.ConsistentHash.Ring;
import dev.dsctl.model.traffic.LoadBalancer.Simple;
import dev.dsctl.model.traffic.LoadBalancer.Warmup;
import dev.dsctl.model.traffic.LocalityLoadBalancing.Distribute;
import dev.dsctl.model.traffic.LocalityLoadBalancing.Failover;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads load balancer settings. Source: istio/api networking/v1alpha3/destination_rule.proto. */
public final class LoadBalancerReader {

    private static final Map<String, Simple> ALGORITHMS = Map.of(
            "UNSPECIFIED", Simple.UNSPECIFIED,
            "LEAST_CONN", Simple.LEAST_REQUEST,
            "LEAST_REQUEST", Simple.LEAST_REQUEST,
            "RANDOM", Simple.RANDOM,
            "PASSTHROUGH", Simple.PASSTHROUGH,
            "ROUND_ROBIN", Simple.ROUND_ROBIN);

    private LoadBalancerReader() {}

    static LoadBalancer read(Fields balancer) {
        return new LoadBalancer(
                TrafficPolicyReader.named(balancer, "simple", ALGORITHMS, Simple.UNSPECIFIED),
                TrafficPolicyReader.optional(balancer, "consistentHash", LoadBalancerReader::hash),
                TrafficPolicyReader.optional(balancer, "localityLbSetting", LoadBalancerReader::locality),
                Durations.of(balancer, "warmupDurationSecs"),
                TrafficPolicyReader.optional(balancer, "warmup", LoadBalancerReader::warmup));
    }

    /** What locality settings say; the mesh's settings may have them too. */
    public static LocalityLoadBalancing locality(Fields setting) {
        return new LocalityLoadBalancing(
                setting.has("enabled") ? Optional.of(setting.bool("enabled", true)) : Optional.empty(),
                setting.list("distribute").stream()
                        .map(LoadBalancerReader::distribute)
                        .toList(),
                setting.list("failover").stream()
                        .map(f -> new Failover(f.string("from"), f.string("to")))
                        .toList(),
                setting.strings("failoverPriority"));
    }

    private static Distribute distribute(Fields share) {
        Map<String, Long> to = new LinkedHashMap<>();
        Fields shares = share.fields("to");
        for (String locality : shares.keys()) {
            to.put(locality, (long) shares.integer(locality, 0, 0, 100));
        }
        return new Distribute(share.string("from"), to);
    }

    private static Warmup warmup(Fields warmup) {
        return new Warmup(
                Durations.of(warmup, "duration").orElse(Duration.ZERO),
                warmup.has("minimumPercent") ? Optional.of(warmup.number("minimumPercent", 0)) : Optional.empty(),
                warmup.has("aggression") ? Optional.of(warmup.number("aggression", 0)) : Optional.empty());
    }

    private static ConsistentHash hash(Fields hash) {
        return new ConsistentHash(key(hash), ring(hash));
    }

    private static Optional<Key> key(Fields hash) {
        if (hash.has("httpHeaderName")) {
            return Optional.of(new ConsistentHash.Header(hash.string("httpHeaderName")));
        }
        if (hash.has("httpCookie")) {
            return Optional.of(cookie(hash.fields("httpCookie")));
        }
        if (hash.has("httpQueryParameterName")) {
            return Optional.of(new ConsistentHash.QueryParameter(hash.string("httpQueryParameterName")));
        }
        return hash.bool("useSourceIp", false) ? Optional.of(new ConsistentHash.SourceIp()) : Optional.empty();
    }

    private static Key cookie(Fields cookie) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<Fields> given = cookie.list("attributes");
        given.forEach(a -> attributes.put(a.string("name"), a.string("value")));
        return new ConsistentHash.Cookie(
                cookie.string("name"), cookie.string("path"), Durations.of(cookie, "ttl"), attributes);
    }

    private static Ring ring(Fields hash) {
        if (hash.has("maglev")) {
            return new ConsistentHash.Maglev(size(hash.fields("maglev"), "tableSize"));
        }
        if (hash.has("ringHash")) {
            return new ConsistentHash.RingHash(size(hash.fields("ringHash"), "minimumRingSize"));
        }
        return new ConsistentHash.DefaultRing(size(hash, "minimumRingSize"));
    }

    private static long size(Fields fields, String key) {
        return fields.integer(key, 0, 0, Integer.MAX_VALUE);
    }
}
