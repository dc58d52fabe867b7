package dev.dsctl.model.manifest;

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

    /** {@code selector.matchLabels} and {@code targetRefs} of a spec. */
    public static WorkloadSelector of(Fields spec) {
        Map<String, String> labels = spec.fields("selector").stringMap("matchLabels");
        return new WorkloadSelector(labels, targetsOthers(spec));
    }

    /** {@code workloadSelector.labels} and {@code targetRefs} of a spec. */
    public static WorkloadSelector ofLabels(Fields spec) {
        Map<String, String> labels = spec.fields("workloadSelector").stringMap("labels");
        return new WorkloadSelector(labels, targetsOthers(spec));
    }

    private static boolean targetsOthers(Fields spec) {
        return spec.node("targetRef").isPresent() || spec.node("targetRefs").isPresent();
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
