package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How clients of a host behave, and the host's subsets. Source: istio/api networking/v1alpha3/destination_rule.proto.
 *
 * @param meta its metadata
 * @param host fully qualified, may begin with {@code *}
 * @param policy what holds for all subsets that don't say otherwise
 * @param subsets parts of the host's endpoints
 * @param exportTo namespaces that see it; {@code *} all, {@code .} its own; empty: the mesh's default
 * @param selector labels of the clients it is for; empty for all
 */
public record DestinationRule(
        ObjectMeta meta,
        String host,
        Optional<TrafficPolicy> policy,
        List<Subset> subsets,
        Set<String> exportTo,
        Optional<Map<String, String>> selector) {

    public DestinationRule {
        subsets = List.copyOf(subsets);
        exportTo = Set.copyOf(exportTo);
    }

    /**
     * A part of a host's endpoints.
     *
     * @param name unique within the host
     * @param labels that an endpoint must have
     * @param policy what holds for it
     */
    public record Subset(String name, Map<String, String> labels, Optional<TrafficPolicy> policy) {}

    /** Its policy, one that says nothing if it has none. */
    public TrafficPolicy policyOrNone() {
        return policy.orElse(TrafficPolicy.NONE);
    }

    /** The subset of this name. */
    public Optional<Subset> subset(String name) {
        return subsets.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** Whether its host stands for many. */
    public boolean hasWildcardHost() {
        return host.startsWith("*");
    }
}
