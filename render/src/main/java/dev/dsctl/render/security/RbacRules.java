package dev.dsctl.render.security;

import dev.dsctl.model.security.AuthorizationPolicy;
import dev.dsctl.model.security.AuthorizationPolicy.Action;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policies of one action as Envoy RBAC rules. Source: {@code Builder.build}, pilot/pkg/security/authz/builder/builder.go.
 *
 * @param enforced what decides; absent when all policies are dry runs
 * @param shadow what is only reported; absent when no policy is a dry run
 */
record RbacRules(Optional<RBAC> enforced, Optional<RBAC> shadow) {

    /** The rules of policies that share an action. {@code namePrefix} stands before each policy's name. */
    static RbacRules of(List<AuthorizationPolicy> policies, Action action, String namePrefix, PolicyContext context) {
        return new RbacRules(
                rbac(policies.stream().filter(policy -> !policy.dryRun()).toList(), action, namePrefix, context),
                rbac(policies.stream().filter(AuthorizationPolicy::dryRun).toList(), action, namePrefix, context));
    }

    private static Optional<RBAC> rbac(
            List<AuthorizationPolicy> policies, Action action, String namePrefix, PolicyContext context) {
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Policy> byName = new LinkedHashMap<>();
        for (AuthorizationPolicy policy : policies) {
            byName.putAll(named(policy, namePrefix, context));
        }
        return Optional.of(RBAC.newBuilder()
                .setAction(envoyAction(action))
                .putAllPolicies(byName)
                .build());
    }

    private static Map<String, Policy> named(AuthorizationPolicy policy, String namePrefix, PolicyContext context) {
        String name = namePrefix + "ns[" + policy.meta().namespace() + "]-policy["
                + policy.meta().name() + "]-rule[";
        if (policy.rules().isEmpty()) {
            return Map.of(name + "0]", RbacPolicies.NEVER);
        }
        Map<String, Policy> byName = new LinkedHashMap<>();
        for (int i = 0; i < policy.rules().size(); i++) {
            String ruleName = name + i + "]";
            RbacPolicies.of(policy.rules().get(i), context.forPolicy(policy))
                    .ifPresent(rendered -> byName.put(ruleName, rendered));
        }
        return byName;
    }

    private static RBAC.Action envoyAction(Action action) {
        return switch (action) {
            case ALLOW -> RBAC.Action.ALLOW;
            case DENY, CUSTOM -> RBAC.Action.DENY;
            case AUDIT -> RBAC.Action.LOG;
        };
    }
}
