package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TrafficChoices.RuleOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mesh's DestinationRules, those of one host merged, and which of them holds for a client. Source: {@code setDestinationRules} and
 * {@code destinationRule}, pilot/pkg/model/push_context.go, and {@code SidecarScope.DestinationRule}, pilot/pkg/model/sidecar.go.
 */
public final class DestinationRules {

    private static final String PUBLIC = "*";
    private static final String PRIVATE = ".";

    private final Settings settings;
    private final List<DestinationRule> all;
    private final Map<String, MergedRules> local = new HashMap<>();
    private final Map<String, MergedRules> exported = new HashMap<>();
    private final MergedRules rootLocal;

    /**
     * What decides which rules there are.
     *
     * @param profile the release
     * @param rootNamespace holds rules for the whole mesh
     * @param defaultExportTo where rules are seen that don't say
     * @param mergesAcrossExports whether {@code ENABLE_ENHANCED_DESTINATIONRULE_MERGE} is turned off
     */
    public record Settings(
            IstioProfile profile, String rootNamespace, Set<String> defaultExportTo, boolean mergesAcrossExports) {}

    /** Of these rules, whose hosts are fully qualified. */
    public DestinationRules(List<DestinationRule> rules, Settings settings) {
        this.settings = settings;
        this.all = List.copyOf(rules);
        this.rootLocal = merged();
        rules.stream().sorted(order()).forEach(this::add);
    }

    /**
     * What rules are about.
     *
     * @param name the host name
     * @param namespace the namespace of its service
     */
    public record Host(String name, String namespace) {}

    /**
     * Who goes by rules.
     *
     * @param namespace the client's namespace
     * @param labels the client's labels, those of its topology included
     */
    public record Client(String namespace, Map<String, String> labels) {}

    /** All rules as written. */
    public List<DestinationRule> all() {
        return all;
    }

    /** The rule that a client of a host goes by; workload selectors count. Empty when there is none. */
    public Optional<DestinationRule> outbound(Host host, Client client) {
        DestinationRule forAll = null;
        for (DestinationRule rule : candidates(host, client.namespace)) {
            if (rule.selector().isEmpty()) {
                forAll = rule;
            } else if (rule.meta().namespace().equals(client.namespace)
                    && client.labels
                            .entrySet()
                            .containsAll(rule.selector().get().entrySet())) {
                return Optional.of(rule);
            }
        }
        return Optional.ofNullable(forAll);
    }

    /** The rule whose connection pool holds for what a workload of a namespace serves: none that has a workload selector. */
    public Optional<DestinationRule> inbound(Host host, String namespace) {
        DestinationRule forAll = null;
        for (DestinationRule rule : candidates(host, namespace)) {
            if (rule.selector().isEmpty()) {
                forAll = rule;
            }
        }
        return Optional.ofNullable(forAll);
    }

    /** The client's namespace goes before the service's, and that before the root namespace. */
    private List<DestinationRule> candidates(Host host, String client) {
        if (local.isEmpty() && exported.isEmpty()) {
            return List.of();
        }
        MergedRules own = client.equals(settings.rootNamespace) ? rootLocal : local.get(client);
        List<DestinationRule> found = own == null ? List.of() : own.match(host.name);
        if (!found.isEmpty()) {
            return found;
        }
        MergedRules theirs = exported.get(host.namespace);
        found = theirs == null ? List.of() : theirs.matchExported(host.name, client);
        if (!found.isEmpty()) {
            return found;
        }
        MergedRules everywhere = exported.get(settings.rootNamespace);
        return everywhere == null ? List.of() : everywhere.matchExported(host.name, client);
    }

    private void add(DestinationRule rule) {
        String namespace = rule.meta().namespace();
        // A rule for selected workloads is nobody else's.
        Set<String> exportTo = rule.selector().isPresent() ? Set.of(PRIVATE) : rule.exportTo();
        if (exportTo.isEmpty()
                || exportTo.contains(PUBLIC)
                || exportTo.contains(PRIVATE)
                || exportTo.contains(namespace)) {
            local.computeIfAbsent(namespace, n -> merged()).add(rule, exportTo);
        }
        boolean isPrivate = exportTo.isEmpty()
                ? settings.defaultExportTo.contains(PRIVATE)
                : exportTo.size() == 1 && (exportTo.contains(PRIVATE) || exportTo.contains(namespace));
        if (!isPrivate) {
            exported.computeIfAbsent(namespace, n -> merged()).add(rule, exportTo);
        } else if (namespace.equals(settings.rootNamespace)) {
            rootLocal.add(rule, exportTo);
        }
    }

    private MergedRules merged() {
        return MergedRules.of(settings);
    }

    private Comparator<DestinationRule> order() {
        Comparator<DestinationRule> oldest = Comparator.comparing(DestinationRule::meta, ObjectMeta.OLDEST_FIRST);
        return switch (settings.profile.choice(RuleOrder.class)) {
            case OLDEST_FIRST -> oldest;
            case SELECTORS_FIRST ->
                Comparator.<DestinationRule, Boolean>comparing(r -> r.selector().isEmpty())
                        .thenComparing(oldest);
        };
    }
}
