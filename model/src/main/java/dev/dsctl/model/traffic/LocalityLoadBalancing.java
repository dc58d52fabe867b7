package dev.dsctl.model.traffic;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which localities are preferred. At most one of {@code distribute} and the two kinds of failover has an effect. Source: istio/api
 * networking/v1alpha3/destination_rule.proto ({@code LocalityLoadBalancerSetting}).
 *
 * @param enabled whether this has an effect; empty counts as true
 * @param distribute shares of traffic by locality
 * @param failover where a region's traffic goes when it has no healthy host
 * @param failoverPriority labels in falling importance, {@code name} or {@code name=value}
 */
public record LocalityLoadBalancing(
        Optional<Boolean> enabled,
        List<Distribute> distribute,
        List<Failover> failover,
        List<String> failoverPriority) {

    /** Enabled without saying more: the mesh's default. */
    public static final LocalityLoadBalancing ENABLED =
            new LocalityLoadBalancing(Optional.of(true), List.of(), List.of(), List.of());

    public LocalityLoadBalancing {
        distribute = List.copyOf(distribute);
        failover = List.copyOf(failover);
        failoverPriority = List.copyOf(failoverPriority);
    }

    /**
     * Shares of the traffic from one locality.
     *
     * @param from {@code region/zone/subzone}, parts may be {@code *} or missing at the end
     * @param to percent by locality, in the order written
     */
    public record Distribute(String from, Map<String, Long> to) {}

    /**
     * Where a region's traffic goes when it has no healthy host.
     *
     * @param from a region
     * @param to a region
     */
    public record Failover(String from, String to) {}

    /** Labels by which endpoints near the client are preferred. */
    public static LocalityLoadBalancing preferring(String... labels) {
        return new LocalityLoadBalancing(Optional.of(true), List.of(), List.of(), List.of(labels));
    }

    /** Whether it isn't turned off. */
    public boolean isEnabled() {
        return enabled.orElse(true);
    }
}
