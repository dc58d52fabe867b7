package dev.dsctl.model.schema;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.schema.SchemaType.Rule;
import java.util.List;

/**
 * What the fields of a mapping must be together. {@code one a b}: not more than one of them; {@code any a b}: at least one; the others
 * have names of their own. Source: oneOf and x-kubernetes-validations of Istio's CRDs.
 */
final class SchemaRules {

    private SchemaRules() {}

    /** The rule of a schema's line. */
    static Rule of(List<String> words) {
        List<String> fields = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "one" ->
                new Rule(object -> count(object, fields) <= 1, "only one of " + listed(fields) + " can be set");
            case "any" -> new Rule(object -> count(object, fields) >= 1, "one of " + listed(fields) + " must be given");
            default -> named(words.get(0));
        };
    }

    private static Rule named(String name) {
        return switch (name) {
            case "ranges-need-static" ->
                new Rule(
                        SchemaRules::rangesAreStatic, "CIDR addresses are allowed only for resolution NONE and STATIC");
            case "none-has-no-endpoints" ->
                new Rule(
                        object -> !text(object, "resolution", "NONE").equals("NONE") || !has(object, "endpoints"),
                        "resolution NONE can't have endpoints");
            case "round-robin-has-one-endpoint" ->
                new Rule(
                        object -> !text(object, "resolution", "").equals("DNS_ROUND_ROBIN")
                                || items(object, "endpoints").size() <= 1,
                        "resolution DNS_ROUND_ROBIN can't have several endpoints");
            case "socket-has-no-ports" ->
                new Rule(
                        object -> !text(object, "address", "").startsWith("unix://") || !has(object, "ports"),
                        "a Unix socket can't have ports");
            case "waypoint-context" ->
                new Rule(
                        object -> text(object, "context", "").equals("WAYPOINT") == has(object, "waypoint"),
                        "waypoint goes with context WAYPOINT, and the other way round");
            case "service-accounts-stand-alone" ->
                new Rule(
                        object -> count(object, List.of("serviceAccounts", "notServiceAccounts")) == 0
                                || count(object, List.of("principals", "notPrincipals", "namespaces", "notNamespaces"))
                                        == 0,
                        "serviceAccounts can't be set with namespaces or principals");
            case "ports-need-selector" ->
                new Rule(SchemaRules::selectsWhenItHasPorts, "portLevelMtls requires a selector with matchLabels");
            case "host-has-no-value" ->
                new Rule(
                        object -> !text(object, "valueFrom", "").equals("HOST") || !has(object, "value"),
                        "value can only be set when valueFrom is INLINE");
            case "upsert-has-value" ->
                new Rule(
                        object -> !text(object, "operation", "").equals("UPSERT")
                                || !text(object, "value", "").isEmpty(),
                        "value must be set when operation is UPSERT");
            case "remove-has-no-value" ->
                new Rule(
                        object -> !text(object, "operation", "").equals("REMOVE") || !has(object, "value"),
                        "value can't be set when operation is REMOVE");
            default -> throw new IllegalArgumentException("unknown rule " + name);
        };
    }

    private static boolean rangesAreStatic(Node.Mapping object) {
        String resolution = text(object, "resolution", "NONE");
        return resolution.equals("NONE")
                || resolution.equals("STATIC")
                || items(object, "addresses").stream()
                        .noneMatch(item -> item instanceof Node.Scalar scalar
                                && scalar.value() instanceof String address
                                && address.indexOf('/') >= 0);
    }

    private static boolean selectsWhenItHasPorts(Node.Mapping object) {
        return !has(object, "portLevelMtls")
                || (object.entries().get("selector") instanceof Node.Mapping selector
                        && selector.entries().get("matchLabels") instanceof Node.Mapping labels
                        && !labels.entries().isEmpty());
    }

    private static int count(Node.Mapping object, List<String> fields) {
        int count = 0;
        for (String field : fields) {
            count += has(object, field) ? 1 : 0;
        }
        return count;
    }

    private static boolean has(Node.Mapping object, String field) {
        Node node = object.entries().get(field);
        return node != null && !(node instanceof Node.Scalar scalar && scalar.value() == null);
    }

    private static String text(Node.Mapping object, String field, String fallback) {
        return object.entries().get(field) instanceof Node.Scalar scalar && scalar.value() instanceof String text
                ? text
                : fallback;
    }

    private static List<Node> items(Node.Mapping object, String field) {
        return object.entries().get(field) instanceof Node.Sequence list ? list.items() : List.of();
    }

    private static String listed(List<String> fields) {
        int last = fields.size() - 1;
        return last == 0 ? fields.get(0) : String.join(", ", fields.subList(0, last)) + " and " + fields.get(last);
    }
}
