package dev.dsctl.model.security;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mesh's PeerAuthentications by namespace, with at most one for a whole namespace: the oldest. Source:
 * {@code AuthenticationPolicies}, pilot/pkg/model/authentication.go, and {@code ComposePeerAuthentication},
 * pilot/pkg/security/authn/policy_applier.go.
 */
public final class PeerAuthentications {

    private final String rootNamespace;
    private final Map<String, List<PeerAuthentication>> byNamespace = new HashMap<>();

    /** Of these policies, where those in {@code rootNamespace} without selector are the mesh's. */
    public PeerAuthentications(List<PeerAuthentication> policies, String rootNamespace) {
        this.rootNamespace = rootNamespace;
        Set<String> whole = new HashSet<>();
        policies.stream()
                .sorted(Comparator.comparing(PeerAuthentication::meta, ObjectMeta.OLDEST_FIRST))
                .filter(p -> !p.selector().isEmpty() || whole.add(p.meta().namespace()))
                .forEach(p -> byNamespace
                        .computeIfAbsent(p.meta().namespace(), n -> new ArrayList<>())
                        .add(p));
    }

    /**
     * What holds for one workload.
     *
     * @param mode for ports that aren't named
     * @param ports by target port
     */
    public record Effective(MutualTlsMode mode, Map<Integer, MutualTlsMode> ports) {

        /** What holds for a target port. */
        public MutualTlsMode of(int targetPort) {
            return ports.getOrDefault(targetPort, mode);
        }
    }

    /** The policies that apply to a workload, narrower ones before wider ones. */
    public Effective forWorkload(String namespace, Map<String, String> labels) {
        MutualTlsMode mode = or(wholeNamespace(rootNamespace), MutualTlsMode.PERMISSIVE);
        if (!namespace.equals(rootNamespace)) {
            mode = or(wholeNamespace(namespace), mode);
        }
        PeerAuthentication workload = workloadPolicy(namespace, labels);
        if (workload == null) {
            return new Effective(mode, Map.of());
        }
        MutualTlsMode inherited = or(workload.mode(), mode);
        Map<Integer, MutualTlsMode> ports = new TreeMap<>();
        workload.ports().forEach((port, portMode) -> ports.put(port, or(portMode, inherited)));
        return new Effective(inherited, ports);
    }

    /** What a namespace's or else the mesh's policy says; {@code UNKNOWN} when there is neither. */
    public MutualTlsMode forNamespace(String namespace) {
        MutualTlsMode mesh = hasWholeNamespace(rootNamespace)
                ? or(wholeNamespace(rootNamespace), MutualTlsMode.PERMISSIVE)
                : MutualTlsMode.UNKNOWN;
        if (namespace.equals(rootNamespace) || !hasWholeNamespace(namespace)) {
            return mesh;
        }
        return or(wholeNamespace(namespace), or(mesh, MutualTlsMode.PERMISSIVE));
    }

    private boolean hasWholeNamespace(String namespace) {
        return in(namespace).stream().anyMatch(p -> p.selector().isEmpty());
    }

    private MutualTlsMode wholeNamespace(String namespace) {
        return in(namespace).stream()
                .filter(p -> p.selector().isEmpty())
                .map(PeerAuthentication::mode)
                .findFirst()
                .orElse(MutualTlsMode.UNKNOWN);
    }

    /** The oldest with a selector; the root namespace's with one are nobody's. */
    private PeerAuthentication workloadPolicy(String namespace, Map<String, String> labels) {
        if (namespace.equals(rootNamespace)) {
            return null;
        }
        return in(namespace).stream()
                .filter(p -> !p.selector().isEmpty() && p.selector().selects(labels))
                .findFirst()
                .orElse(null);
    }

    private List<PeerAuthentication> in(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    private static MutualTlsMode or(MutualTlsMode mode, MutualTlsMode inherited) {
        return mode == MutualTlsMode.UNKNOWN ? inherited : mode;
    }
}
