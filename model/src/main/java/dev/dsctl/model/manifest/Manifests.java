package dev.dsctl.model.manifest;

import java.util.List;
import java.util.Map;

/**
 * All objects that were read.
 *
 * @param all those of kinds that dsctl uses, in the order of the sources
 * @param skipped how many there were of each kind that it doesn't use, by kind
 * @param diagnostics everything found wrong or suspicious, by file and line
 */
public record Manifests(List<Manifest> all, Map<String, Integer> skipped, List<Diagnostic> diagnostics) {

    /** The objects of one kind in the order of the sources; {@code group} is empty for the core group. */
    public List<Manifest> of(String group, String kind) {
        return all.stream()
                .filter(m -> m.kind().equals(kind) && m.group().equals(group))
                .toList();
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

    /** {@code 3 resources skipped: Deployment 2, Secret 1 (dsctl doesn't use them)}; empty when none was. */
    public String skippedNote() {
        if (skipped.isEmpty()) {
            return "";
        }
        int total = 0;
        StringBuilder kinds = new StringBuilder();
        for (Map.Entry<String, Integer> kind : skipped.entrySet()) {
            total += kind.getValue();
            kinds.append(kinds.length() > 0 ? ", " : "")
                    .append(kind.getKey())
                    .append(' ')
                    .append(kind.getValue());
        }
        return total + (total == 1 ? " resource" : " resources") + " skipped: " + kinds + " (dsctl doesn't use "
                + (total == 1 ? "it)" : "them)");
    }
}
