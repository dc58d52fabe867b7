package dev.dsctl.model.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All objects that were read.
 *
 * @param all those of kinds that dsctl uses for something, in the order of the sources
 * @param skipped how many there were of each kind that it uses for nothing, by kind
 * @param diagnostics everything found wrong or suspicious, by file and line
 */
public record Manifests(List<Manifest> all, Map<String, Integer> skipped, List<Diagnostic> diagnostics) {

    /** The objects of one kind in the order of the sources; {@code group} is empty for the core group. */
    public List<Manifest> of(String group, String kind) {
        return all.stream()
                .filter(m -> m.kind().equals(kind) && m.group().equals(group))
                .toList();
    }

    /** The same without the objects of namespaces that don't count; those outside of namespaces stay. */
    public Manifests inNamespaces(Predicate<String> counts) {
        List<Manifest> kept = all.stream()
                .filter(m -> m.namespace().isEmpty() || counts.test(m.namespace()))
                .toList();
        return new Manifests(kept, skipped, diagnostics);
    }

    /**
     * Ends the run when the input can't be used.
     *
     * @throws ManifestException with all errors
     */
    public void throwIfErrors() {
        Problems problems = new Problems();
        problems.addAll(diagnostics);
        problems.throwIfErrors();
    }

    /**
     * What rendering leaves aside, {@code 3 resources skipped: Deployment 2, Secret 1 (dsctl doesn't use them)}; empty when it uses
     * everything.
     */
    public String skippedNote() {
        return note(Set.of(KnownKinds.Use.COMPLETION, KnownKinds.Use.CHECKING));
    }

    /** The same when workloads were turned into pods, and so were used. */
    public String skippedNoteAfterCompletion() {
        return note(Set.of(KnownKinds.Use.CHECKING));
    }

    /** The same for what isn't even kept. */
    public String leftOutNote() {
        return note(Set.of());
    }

    private String note(Set<KnownKinds.Use> unused) {
        Map<String, Integer> counts = new TreeMap<>(skipped);
        for (Manifest manifest : all) {
            if (unused.contains(KnownKinds.use(manifest))) {
                counts.merge(manifest.kind(), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return "";
        }
        int total = 0;
        StringJoiner kinds = new StringJoiner(", ");
        for (Map.Entry<String, Integer> kind : counts.entrySet()) {
            total += kind.getValue();
            kinds.add(kind.getKey() + " " + kind.getValue());
        }
        return total == 1
                ? "1 resource skipped: " + kinds + " (dsctl doesn't use it)"
                : total + " resources skipped: " + kinds + " (dsctl doesn't use them)";
    }
}
