package dev.dsctl.model.traffic;

import dev.dsctl.model.profile.TrafficChoices.RuleMerging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The DestinationRules of one namespace, those of one host merged where a release merges them. Filled while the mesh is read, unchanged
 * afterwards. Source: {@code mergeDestinationRule}, pilot/pkg/model/destination_rule.go.
 */
abstract sealed class MergedRules {

    private final Map<String, List<Merged>> exact = new HashMap<>();
    private final Map<String, List<Merged>> wildcards = new HashMap<>();

    /** Rules that became one. */
    static final class Merged {
        DestinationRule rule;
        Set<String> exportTo;

        Merged(DestinationRule rule, Set<String> exportTo) {
            this.rule = rule;
            this.exportTo = exportTo;
        }
    }

    static MergedRules of(DestinationRules.Settings settings) {
        return switch (settings.profile().choice(RuleMerging.class)) {
            case WHATEVER_EXPORT -> new WhateverExport();
            case SAME_EXPORT -> settings.mergesAcrossExports() ? new WhateverExport() : new SameExport();
        };
    }

    /** Puts a rule in, after all that go before it. */
    final void add(DestinationRule rule, Set<String> exportTo) {
        List<Merged> same =
                (rule.hasWildcardHost() ? wildcards : exact).computeIfAbsent(rule.host(), h -> new ArrayList<>());
        if (same.isEmpty() || mergeInto(same, rule, exportTo)) {
            same.add(new Merged(rule, exportTo));
        }
    }

    /** The rules of the most specific host that matches. */
    final List<DestinationRule> match(String hostname) {
        return rules(mostSpecific(hostname));
    }

    /** The rules of the most specific host that matches, as far as a namespace sees them. */
    final List<DestinationRule> matchExported(String hostname, String client) {
        return rules(mostSpecific(hostname).stream()
                .filter(m -> m.exportTo.isEmpty() || m.exportTo.contains("*") || m.exportTo.contains(client))
                .toList());
    }

    /** Merges a rule into those it belongs to; says whether it stays a rule of its own as well. */
    abstract boolean mergeInto(List<Merged> same, DestinationRule rule, Set<String> exportTo);

    /** The first rule's policy, and the second's subsets after the first's. */
    static void merge(Merged into, DestinationRule rule) {
        DestinationRule first = into.rule;
        Set<String> names = new HashSet<>();
        first.subsets().forEach(s -> names.add(s.name()));
        List<DestinationRule.Subset> subsets = new ArrayList<>(first.subsets());
        for (DestinationRule.Subset subset : rule.subsets()) {
            if (!names.contains(subset.name())) {
                subsets.add(subset);
            }
        }
        Optional<TrafficPolicy> policy = first.policy().or(rule::policy);
        into.rule =
                new DestinationRule(first.meta(), first.host(), policy, subsets, first.exportTo(), first.selector());
    }

    static boolean selectOthers(DestinationRule a, DestinationRule b) {
        return a.selector().isPresent()
                && b.selector().isPresent()
                && !a.selector().get().equals(b.selector().get());
    }

    private List<Merged> mostSpecific(String hostname) {
        List<Merged> same = (hostname.startsWith("*") ? wildcards : exact).get(hostname);
        if (same != null) {
            return same;
        }
        String needle = hostname.startsWith("*") ? hostname.substring(1) : hostname;
        String best = null;
        for (String wildcard : wildcards.keySet()) {
            if (needle.endsWith(wildcard.substring(1)) && (best == null || wildcard.length() > best.length())) {
                best = wildcard;
            }
        }
        return best == null ? List.of() : wildcards.get(best);
    }

    private static List<DestinationRule> rules(List<Merged> merged) {
        return merged.stream().map(m -> m.rule).toList();
    }

    /** Merges whatever the rules are exported to; the first that says so decides for the host. */
    private static final class WhateverExport extends MergedRules {

        @Override
        boolean mergeInto(List<Merged> same, DestinationRule rule, Set<String> exportTo) {
            boolean apart = true;
            for (Merged other : same) {
                if (selectOthers(other.rule, rule)) {
                    continue;
                }
                if (rule.selector().isPresent() == other.rule.selector().isPresent()) {
                    apart = false;
                }
                merge(other, rule);
            }
            if (same.get(0).exportTo.isEmpty() && same.stream().anyMatch(other -> !selectOthers(other.rule, rule))) {
                same.forEach(other -> other.exportTo = exportTo);
            }
            return apart;
        }
    }

    /** Merges rules that are exported to the same namespaces only. */
    private static final class SameExport extends MergedRules {

        @Override
        boolean mergeInto(List<Merged> same, DestinationRule rule, Set<String> exportTo) {
            boolean apart = true;
            for (Merged other : same) {
                boolean wider = !other.exportTo.isEmpty() && exportTo.containsAll(other.exportTo);
                apart = !exportTo.equals(other.exportTo);
                if (apart && !wider) {
                    continue;
                }
                if (selectOthers(other.rule, rule)) {
                    apart = true;
                    continue;
                }
                if (rule.selector().isPresent() == other.rule.selector().isPresent()) {
                    apart = false;
                }
                merge(other, rule);
            }
            return apart;
        }
    }
}
