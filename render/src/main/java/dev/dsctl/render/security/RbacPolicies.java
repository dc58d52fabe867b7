package dev.dsctl.render.security;

import dev.dsctl.model.security.AuthorizationPolicy.Condition;
import dev.dsctl.model.security.AuthorizationPolicy.Rule;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One rule of an AuthorizationPolicy as an Envoy RBAC policy. Source: {@code Model}, pilot/pkg/security/authz/model/model.go. */
final class RbacPolicies {

    /** What a policy without rules becomes. */
    static final Policy NEVER = Policy.newBuilder()
            .addPermissions(Logic.PERMISSIONS.not(Logic.PERMISSIONS.any()))
            .addPrincipals(Logic.PRINCIPALS.not(Logic.PRINCIPALS.any()))
            .build();

    private RbacPolicies() {}

    /** The rule, or nothing when Istio leaves it out for this chain. */
    static Optional<Policy> of(Rule rule, RuleContext context) {
        try {
            return Optional.of(policy(rule, context));
        } catch (UnsupportedRuleException leftOut) {
            return Optional.empty();
        }
    }

    private static Policy policy(Rule rule, RuleContext context) {
        Permissions permissions = new Permissions(context);
        Principals principals = new Principals(context);
        List<Clause<Permission>> whenAsked = new ArrayList<>();
        List<Clause<Principal>> whenAsking = new ArrayList<>();
        for (Condition condition : rule.when()) {
            Optional<Clause<Permission>> asked = permissions.of(condition);
            Optional<Clause<Principal>> asking = principals.of(condition);
            if (asked.isEmpty() && asking.isEmpty()) {
                throw new UnsupportedRuleException("unknown attribute " + condition.key());
            }
            asked.ifPresent(whenAsked::add);
            asking.ifPresent(whenAsking::add);
        }
        return Policy.newBuilder()
                .addAllPermissions(alternatives(rule.to(), permissions::of, whenAsked, Logic.PERMISSIONS))
                .addAllPrincipals(alternatives(rule.from(), principals::of, whenAsking, Logic.PRINCIPALS))
                .build();
    }

    /** An alternative for each source or operation, each with the rule's conditions; the conditions alone when there is none. */
    private static <A, T> List<T> alternatives(
            List<A> alternatives, Function<A, List<Clause<T>>> clauses, List<Clause<T>> conditions, Logic<T> logic) {
        if (alternatives.isEmpty()) {
            return List.of(all(List.of(), conditions, logic));
        }
        return alternatives.stream()
                .map(alternative -> all(clauses.apply(alternative), conditions, logic))
                .toList();
    }

    private static <T> T all(List<Clause<T>> first, List<Clause<T>> then, Logic<T> logic) {
        List<T> matches = new ArrayList<>();
        first.forEach(clause -> matches.addAll(clause.matches(logic)));
        then.forEach(clause -> matches.addAll(clause.matches(logic)));
        return logic.and(matches.isEmpty() ? List.of(logic.any()) : matches);
    }
}
