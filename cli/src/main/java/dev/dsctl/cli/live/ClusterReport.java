package dev.dsctl.cli.live;

import dev.dsctl.cli.UsageException;
import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects what couldn't be read of a cluster, and says it in as few sentences as it takes. */
final class ClusterReport {

    private static final String RIGHTS = " (docs/live.md has the rights that dsctl needs)";

    private final String server;
    private final List<String> forbidden = new ArrayList<>();
    private final Map<List<String>, List<String>> narrowed = new LinkedHashMap<>();
    private final List<String> absent = new ArrayList<>();
    private boolean istio;

    ClusterReport(String server) {
        this.server = server;
    }

    void installed(IstioKinds kinds) {
        istio |= !kinds.served().isEmpty();
        absent.addAll(kinds.missing());
    }

    void listed(KindLister.Listed listed) {
        String plural = listed.kind().plural();
        switch (listed.access()) {
            case ALL -> {
                // Nothing to say.
            }
            case NAMESPACES ->
                narrowed.computeIfAbsent(listed.namespaces(), n -> new ArrayList<>())
                        .add(plural);
            case NONE -> forbidden.add(plural);
        }
    }

    /** @throws UsageException when services or pods can't be read at all */
    void throwIfUseless() {
        for (String plural : List.of("services", "pods")) {
            if (forbidden.contains(plural)) {
                throw new UsageException(
                        "the cluster at " + server + " doesn't let you list " + plural + " (403)" + RIGHTS);
            }
        }
    }

    List<Diagnostic> missing() {
        List<Diagnostic> warnings = new ArrayList<>();
        if (!forbidden.isEmpty()) {
            warnings.add(warning("you may not list " + String.join(", ", forbidden)
                    + " (403); the answer is computed without them" + RIGHTS));
        }
        narrowed.forEach((namespaces, plurals) -> warnings.add(warning("you may list " + String.join(", ", plurals)
                + " in namespace " + String.join(" and ", namespaces)
                + " only (403 elsewhere); the answer is computed without the others" + RIGHTS)));
        return warnings;
    }

    List<String> notes() {
        if (!istio) {
            return List.of(
                    "the cluster has no CustomResourceDefinitions of Istio's; only Kubernetes' objects are used");
        }
        return absent.isEmpty()
                ? List.of()
                : List.of("the cluster has no CustomResourceDefinition for "
                        + absent.stream().sorted().collect(Collectors.joining(", ")));
    }

    private Diagnostic warning(String message) {
        return new Diagnostic(new SourceRef(server, 0), Diagnostic.Severity.WARNING, message);
    }
}
