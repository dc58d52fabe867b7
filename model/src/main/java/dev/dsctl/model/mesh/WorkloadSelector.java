package dev.dsctl.model.mesh;

import java.util.Map;

/**
 * Which workloads a policy is for.
 *
 * @param matchLabels labels a workload must have; empty for all
 * @param targetsOthers whether {@code targetRef} or {@code targetRefs} attach the policy to gateways or services, so that no sidecar has it
 */
public record WorkloadSelector(Map<String, String> matchLabels, boolean targetsOthers) {

    /** Every workload. */
    public static final WorkloadSelector ALL = new WorkloadSelector(Map.of(), false);

    public WorkloadSelector {
        matchLabels = Map.copyOf(matchLabels);
    }

    /** Whether a sidecar with these labels is meant. Source: {@code ShouldAttachPolicy}, pilot/pkg/model/policyattachment.go. */
    public boolean selects(Map<String, String> labels) {
        return !targetsOthers && labels.entrySet().containsAll(matchLabels.entrySet());
    }

    /** Whether it names no labels: a policy for a whole namespace or mesh. */
    public boolean isEmpty() {
        return matchLabels.isEmpty();
    }
}
