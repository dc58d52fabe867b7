package dev.dsctl.model.security;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.WorkloadSelector;
import java.util.List;

/**
 * An AuthorizationPolicy (security.istio.io). Value lists keep the order written: Istio renders them in it.
 *
 * @param meta its metadata; annotation {@code istio.io/dry-run} makes it a shadow policy
 * @param selector for which workloads
 * @param action what happens on a match
 * @param provider name of the extension provider of a CUSTOM policy, else empty
 * @param rules in the order written; none matches nothing
 */
public record AuthorizationPolicy(
        ObjectMeta meta, WorkloadSelector selector, Action action, String provider, List<Rule> rules) {

    /** What happens on a match. */
    public enum Action {
        ALLOW,
        DENY,
        AUDIT,
        CUSTOM
    }

    /**
     * One rule: any source, any operation, all conditions.
     *
     * @param from sources; none for any
     * @param to operations; none for any
     * @param when conditions
     */
    public record Rule(List<Source> from, List<Operation> to, List<Condition> when) {}

    /**
     * Values that must and values that must not match.
     *
     * @param in any of these
     * @param notIn none of these
     */
    public record Values(List<String> in, List<String> notIn) {

        /** Whether nothing is asked. */
        public boolean isEmpty() {
            return in.isEmpty() && notIn.isEmpty();
        }
    }

    /**
     * Who asks.
     *
     * @param principals SPIFFE identities without {@code spiffe://}
     * @param requestPrincipals {@code issuer/subject} of a JWT
     * @param namespaces of the caller
     * @param serviceAccounts {@code [namespace/]name}
     * @param trustDomains of the caller's identity
     * @param ipBlocks addresses or CIDRs of the connection
     * @param remoteIpBlocks addresses or CIDRs after X-Forwarded-For or the PROXY protocol
     */
    public record Source(
            Values principals,
            Values requestPrincipals,
            Values namespaces,
            Values serviceAccounts,
            Values trustDomains,
            Values ipBlocks,
            Values remoteIpBlocks) {}

    /**
     * What is asked.
     *
     * @param hosts Host header values
     * @param ports target ports in text form
     * @param methods HTTP methods
     * @param paths URL paths
     */
    public record Operation(Values hosts, Values ports, Values methods, Values paths) {}

    /**
     * A further condition.
     *
     * @param key an attribute, for instance {@code request.headers[x-token]}
     * @param values what it must and must not be
     */
    public record Condition(String key, Values values) {}

    /** Whether the policy is only evaluated and reported, never enforced. */
    public boolean dryRun() {
        return switch (meta.annotations().getOrDefault("istio.io/dry-run", "")) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            default -> false;
        };
    }
}
