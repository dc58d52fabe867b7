package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.security.AuthorizationPolicy;
import dev.dsctl.model.security.AuthorizationPolicy.Action;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An AuthorizationPolicy that names address ranges of one family, for workloads that callers of both reach. */
final class PolicyFamilies implements Check {

    @Override
    public String code() {
        return "DS022";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        if (clients.mode() != IpMode.DUAL || !scene.mesh().env().dualStack()) {
            return;
        }
        for (Proxy proxy : clients.members()) {
            for (Action action : List.of(Action.ALLOW, Action.DENY)) {
                scene.mesh()
                        .policies()
                        .security()
                        .authorization()
                        .forWorkload(proxy.namespace(), proxy.workloadLabels(), action)
                        .forEach(policy -> look(scene, proxy, policy, found));
            }
        }
    }

    private void look(Scene scene, Proxy proxy, AuthorizationPolicy policy, Found found) {
        for (int i = 0; i < policy.rules().size(); i++) {
            for (AuthorizationPolicy.Source source : policy.rules().get(i).from()) {
                List<String> named = new ArrayList<>(source.ipBlocks().in());
                named.addAll(source.remoteIpBlocks().in());
                List<String> excluded = new ArrayList<>(source.ipBlocks().notIn());
                excluded.addAll(source.remoteIpBlocks().notIn());
                Set<IpFamily> families = families(named);
                if (families.size() == 1) {
                    found.add(finding(
                            scene,
                            proxy,
                            policy,
                            i,
                            named(policy, families.iterator().next())));
                } else if (families(excluded).size() == 1) {
                    IpFamily family = families(excluded).iterator().next();
                    found.add(finding(scene, proxy, policy, i, excluded(policy, family)));
                }
            }
        }
    }

    private static Set<IpFamily> families(List<String> blocks) {
        Set<IpFamily> families = EnumSet.noneOf(IpFamily.class);
        blocks.forEach(block -> families.add(IpFamily.of(block)));
        return families;
    }

    private static String named(AuthorizationPolicy policy, IpFamily family) {
        return "names " + family + " ranges only: "
                + (policy.action() == Action.ALLOW
                        ? "it refuses callers that come over " + Words.other(family)
                        : "callers that come over " + Words.other(family) + " get past it");
    }

    private static String excluded(AuthorizationPolicy policy, IpFamily family) {
        return "excepts " + family + " ranges only: "
                + (policy.action() == Action.ALLOW
                        ? "it lets every caller in that comes over " + Words.other(family)
                        : "it refuses every caller that comes over " + Words.other(family));
    }

    private Finding finding(Scene scene, Proxy proxy, AuthorizationPolicy policy, int rule, String what) {
        return Finding.of(
                        code(),
                        Severity.WARNING,
                        scene.objects().subject("AuthorizationPolicy", policy.meta(), "spec", "rules", rule),
                        "sidecar " + proxy.id() + " has both families, but the rule " + what,
                        "add the ranges of the other family, or decide by identity (principals, namespaces)")
                .about("rule " + (rule + 1));
    }
}
