package dev.dsctl.model.traffic;

import java.time.Duration;
import java.util.Optional;

/**
 * Which host gets a request. Source: istio/api networking/v1alpha3/destination_rule.proto ({@code LoadBalancerSettings}).
 *
 * @param simple the algorithm, {@code UNSPECIFIED} when there is a hash
 * @param consistentHash the same host for the same key
 * @param locality which localities are preferred
 * @param warmupDuration how long a new host gets less traffic (deprecated in favour of {@code warmup})
 * @param warmup how a new host gets more and more traffic
 */
public record LoadBalancer(
        Simple simple,
        Optional<ConsistentHash> consistentHash,
        Optional<LocalityLoadBalancing> locality,
        Optional<Duration> warmupDuration,
        Optional<Warmup> warmup) {

    /** Says nothing. */
    public static final LoadBalancer NONE = new LoadBalancer(
            Simple.UNSPECIFIED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** An algorithm without settings. */
    public enum Simple {
        UNSPECIFIED,
        /** Also for the deprecated {@code LEAST_CONN}. */
        LEAST_REQUEST,
        RANDOM,
        PASSTHROUGH,
        ROUND_ROBIN
    }

    /**
     * How a new host gets more and more traffic.
     *
     * @param duration how long that takes
     * @param minimumPercent what it starts with, empty for 10
     * @param aggression the shape of the slope, empty for 1: linear
     */
    public record Warmup(Duration duration, Optional<Double> minimumPercent, Optional<Double> aggression) {}
}
