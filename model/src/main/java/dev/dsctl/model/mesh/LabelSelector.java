package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;
import java.util.List;
import java.util.Map;

/**
 * Kubernetes' label selector. Source: istio/api mesh/v1alpha1/config.proto ({@code LabelSelector}).
 *
 * @param matchLabels labels that must be there
 * @param requirements what else must hold
 */
public record LabelSelector(Map<String, String> matchLabels, List<Requirement> requirements) {

    /** How a label's value is compared. */
    public enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String text;

        Operator(String text) {
            this.text = text;
        }
    }

    /**
     * Something that must hold.
     *
     * @param key the label
     * @param operator how its value is compared
     * @param values with what
     */
    public record Requirement(String key, Operator operator, List<String> values) {

        boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }
    }

    /** The selector that was written. */
    static LabelSelector of(Fields selector) {
        List<Requirement> requirements = selector.list("matchExpressions").stream()
                .map(LabelSelector::requirement)
                .toList();
        return new LabelSelector(selector.stringMap("matchLabels"), requirements);
    }

    private static Requirement requirement(Fields expression) {
        String text = expression.requiredString("operator");
        Operator operator = Operator.EXISTS;
        boolean known = text.isEmpty();
        for (Operator candidate : Operator.values()) {
            if (candidate.text.equals(text)) {
                operator = candidate;
                known = true;
            }
        }
        if (!known) {
            expression.error("operator", "must be In, NotIn, Exists or DoesNotExist, is '" + text + "'");
        }
        return new Requirement(expression.requiredString("key"), operator, expression.strings("values"));
    }

    /** Whether labels fulfil it. */
    boolean selects(Map<String, String> labels) {
        return labels.entrySet().containsAll(matchLabels.entrySet())
                && requirements.stream().allMatch(r -> r.holds(labels));
    }
}
