package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TrafficChoices.SubsetRetryBudget;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.TrafficPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * Whose endpoints are asked for.
 *
 * @param service the service
 * @param port its port
 * @param subset the subset's name, empty for all
 * @param rule the destination rule that holds for the client
 */
public record EndpointQuery(Service service, ServicePort port, String subset, Optional<DestinationRule> rule) {

    /** The same for a subset. */
    public EndpointQuery withSubset(String name) {
        return new EndpointQuery(service, port, name, rule);
    }

    /** Labels that endpoints must have. */
    Map<String, String> labels() {
        return subset.isEmpty()
                ? Map.of()
                : rule.flatMap(r -> r.subset(subset))
                        .map(DestinationRule.Subset::labels)
                        .orElse(Map.of());
    }

    /** What the rule says of the port of the subset. */
    TrafficPolicy policy(IstioProfile profile) {
        if (rule.isEmpty()) {
            return TrafficPolicy.NONE;
        }
        TrafficPolicy whole = rule.get().policyOrNone();
        return rule.get()
                .subset(subset)
                .flatMap(DestinationRule.Subset::policy)
                .map(own -> whole.of(port.number(), own, profile.choice(SubsetRetryBudget.class)))
                .orElseGet(() -> whole.of(port.number()));
    }
}
