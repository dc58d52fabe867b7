package dev.dsctl.model.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Collects diagnostics while input is read, so that all of them are reported and not just the first. */
public final class Problems {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<Node.Mapping, Fields> opened = new IdentityHashMap<>();

    /** The fields of an object; the same each time, so that in the end it is known which of them were read. */
    Fields fields(Manifest manifest) {
        return opened.computeIfAbsent(
                manifest.root(), root -> Fields.of(root, manifest.source().file(), this));
    }

    boolean hasOpened(Manifest manifest) {
        return opened.containsKey(manifest.root());
    }

    /** Records that the input at {@code at} can't be used. */
    public void error(SourceRef at, String message) {
        diagnostics.add(new Diagnostic(at, Diagnostic.Severity.ERROR, message));
    }

    /** Records that something at {@code at} has no effect or is suspicious. */
    public void warning(SourceRef at, String message) {
        diagnostics.add(new Diagnostic(at, Diagnostic.Severity.WARNING, message));
    }

    /** Takes over what was found elsewhere. */
    public void addAll(List<Diagnostic> others) {
        diagnostics.addAll(others);
    }

    /** All diagnostics by file and line, each once. */
    public List<Diagnostic> all() {
        return diagnostics.stream()
                .distinct()
                .sorted(Comparator.comparing(Diagnostic::at))
                .toList();
    }

    /**
     * Ends reading when anything was wrong.
     *
     * @throws ManifestException when an error was recorded
     */
    public void throwIfErrors() {
        List<Diagnostic> errors = all().stream()
                .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new ManifestException(errors);
        }
    }
}
