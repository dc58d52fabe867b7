package dev.dsctl.model.security;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.security.AuthorizationPolicy.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The mesh's AuthorizationPolicies. Source: {@code AuthorizationPolicies}, pilot/pkg/model/authorization.go. */
public final class AuthorizationPolicies {

    private final String rootNamespace;
    private final Map<String, List<AuthorizationPolicy>> byNamespace;

    /** Of these policies, where those in {@code rootNamespace} are for all namespaces. */
    public AuthorizationPolicies(List<AuthorizationPolicy> policies, String rootNamespace) {
        this.rootNamespace = rootNamespace;
        this.byNamespace = policies.stream()
                .sorted(Comparator.comparing(AuthorizationPolicy::meta, ObjectMeta.OLDEST_FIRST))
                .collect(Collectors.groupingBy(policy -> policy.meta().namespace()));
    }

    /** The policies with an action that a workload has: the root namespace's first, oldest first in each. */
    public List<AuthorizationPolicy> forWorkload(String namespace, Map<String, String> labels, Action action) {
        Set<String> namespaces = new LinkedHashSet<>(List.of(rootNamespace, namespace));
        List<AuthorizationPolicy> result = new ArrayList<>();
        for (String name : namespaces) {
            byNamespace.getOrDefault(name, List.of()).stream()
                    .filter(policy ->
                            policy.action() == action && policy.selector().selects(labels))
                    .forEach(result::add);
        }
        return result;
    }
}
