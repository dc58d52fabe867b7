package dev.dsctl.render.security;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.profile.SecurityChoices.BadProvider;
import dev.dsctl.model.profile.SecurityChoices.CustomProviders;
import dev.dsctl.model.security.AuthorizationPolicy;
import dev.dsctl.model.security.AuthorizationPolicy.Action;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The filters of CUSTOM policies: shadow rules mark what they match, an external authorizer is asked about it. A policy with an unusable
 * provider denies instead. Source: {@code buildHTTP} and {@code buildTCP}, pilot/pkg/security/authz/builder/builder.go.
 */
final class CustomFilters {

    private static final String PREFIX = "istio-ext-authz";
    private static final String SEVERAL = "PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS";

    private final Mesh mesh;
    private final List<Group> groups;

    /**
     * Policies that ask the same authorizer.
     *
     * @param policies the policies
     * @param authorizer whom they ask; empty when it is unusable
     * @param prefix how the names of their rules begin
     */
    private record Group(List<AuthorizationPolicy> policies, Optional<ExtAuthz> authorizer, String prefix) {}

    CustomFilters(List<AuthorizationPolicy> policies, Mesh mesh) {
        this.mesh = mesh;
        this.groups = policies.isEmpty()
                ? List.of()
                : switch (mesh.profile().choice(CustomProviders.class)) {
                    case ONE -> List.of(one(policies));
                    case SEVERAL -> several(policies);
                };
    }

    private Group one(List<AuthorizationPolicy> policies) {
        TreeSet<String> names = providers(policies);
        Optional<ExtAuthz> authorizer = names.size() == 1 ? ExtAuthz.named(names.first(), mesh) : Optional.empty();
        return new Group(policies, authorizer, PREFIX);
    }

    private List<Group> several(List<AuthorizationPolicy> policies) {
        TreeSet<String> names = providers(policies);
        boolean allowed = names.size() == 1 || mesh.env().flag(SEVERAL, false);
        List<Group> result = new ArrayList<>();
        for (String name : names) {
            List<AuthorizationPolicy> named = policies.stream()
                    .filter(policy -> policy.provider().equals(name))
                    .toList();
            Optional<ExtAuthz> authorizer = allowed && isLabel(name) ? ExtAuthz.named(name, mesh) : Optional.empty();
            result.add(new Group(named, authorizer, name.isEmpty() ? PREFIX : PREFIX + "-" + name));
        }
        return result;
    }

    private static TreeSet<String> providers(List<AuthorizationPolicy> policies) {
        TreeSet<String> names = new TreeSet<>();
        policies.forEach(policy -> names.add(policy.provider()));
        return names;
    }

    /** Provider names stand in metadata keys, where only those of labels are allowed. */
    private static boolean isLabel(String name) {
        return name.length() <= 63 && name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    }

    List<HttpFilter> http(PolicyContext context) {
        List<HttpFilter> filters = new ArrayList<>();
        for (Group group : groups) {
            RbacRules rules = rules(group, context);
            if (group.authorizer().isPresent()) {
                filters.add(RbacFilters.http(asked(rules), ExtAuthz.SHADOW_PREFIX));
                filters.add(group.authorizer().get().http(group.prefix()));
            } else {
                filters.add(RbacFilters.httpDenying(denying(rules)));
            }
        }
        return filters;
    }

    List<Filter> tcp(PolicyContext context) {
        List<Filter> filters = new ArrayList<>();
        for (Group group : groups) {
            RbacRules rules = rules(group, context);
            if (group.authorizer().isEmpty()) {
                filters.add(RbacFilters.tcpDenying(denying(rules)));
            } else {
                group.authorizer().get().tcp(group.prefix()).ifPresent(filter -> {
                    filters.add(RbacFilters.tcp(asked(rules), ExtAuthz.SHADOW_PREFIX));
                    filters.add(filter);
                });
            }
        }
        return filters;
    }

    private static RbacRules rules(Group group, PolicyContext context) {
        return RbacRules.of(group.policies(), Action.CUSTOM, group.prefix() + "-", context);
    }

    /** What is enforced by asking is a shadow rule for Envoy; dry runs are asked too where each provider has its own filters. */
    private RbacRules asked(RbacRules rules) {
        return switch (mesh.profile().choice(CustomProviders.class)) {
            case ONE -> new RbacRules(Optional.empty(), rules.enforced());
            case SEVERAL ->
                new RbacRules(
                        rules.shadow(),
                        Optional.of(rules.enforced()
                                .orElse(RBAC.newBuilder()
                                        .setAction(RBAC.Action.DENY)
                                        .build())));
        };
    }

    private RBAC denying(RbacRules rules) {
        RBAC.Builder denying = RBAC.newBuilder().setAction(RBAC.Action.DENY);
        switch (mesh.profile().choice(BadProvider.class)) {
            case DENY_ALL ->
                denying.putPolicies(
                        "default-deny-all-due-to-bad-CUSTOM-action",
                        Policy.newBuilder()
                                .addPermissions(Logic.PERMISSIONS.any())
                                .addPrincipals(Logic.PRINCIPALS.any())
                                .build());
            case DENY_MATCHED ->
                rules.enforced()
                        .ifPresent(enforced -> enforced.getPoliciesMap()
                                .forEach((name, policy) ->
                                        denying.putPolicies(name + "-deny-due-to-bad-CUSTOM-action", policy)));
        }
        return denying.build();
    }
}
