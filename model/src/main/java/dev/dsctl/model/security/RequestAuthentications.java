package dev.dsctl.model.security;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.security.RequestAuthentication.JwtRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mesh's RequestAuthentications. Source: {@code AuthenticationPolicies}, pilot/pkg/model/authentication.go. */
public final class RequestAuthentications {

    private final String rootNamespace;
    private final Map<String, List<RequestAuthentication>> byNamespace;

    /** Of these policies, where those in {@code rootNamespace} are for all namespaces. */
    public RequestAuthentications(List<RequestAuthentication> policies, String rootNamespace) {
        this.rootNamespace = rootNamespace;
        this.byNamespace = policies.stream()
                .sorted(Comparator.comparing(RequestAuthentication::meta, ObjectMeta.OLDEST_FIRST))
                .collect(Collectors.groupingBy(policy -> policy.meta().namespace()));
    }

    /** The rules of all policies that a workload has, by issuer. */
    public List<JwtRule> forWorkload(String namespace, Map<String, String> labels) {
        List<JwtRule> rules = new ArrayList<>();
        policiesOf(namespace, labels).forEach(policy -> rules.addAll(policy.rules()));
        rules.sort(Comparator.comparing(JwtRule::issuer));
        return rules;
    }

    /** The policies that a workload has: its namespace's first, oldest first in each. */
    public List<RequestAuthentication> policiesOf(String namespace, Map<String, String> labels) {
        List<RequestAuthentication> policies = new ArrayList<>();
        for (String name : new LinkedHashSet<>(List.of(namespace, rootNamespace))) {
            byNamespace.getOrDefault(name, List.of()).stream()
                    .filter(policy -> policy.selector().selects(labels))
                    .forEach(policies::add);
        }
        return policies;
    }
}
