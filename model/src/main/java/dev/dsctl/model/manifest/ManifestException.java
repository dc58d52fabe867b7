package dev.dsctl.model.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** The input can't be used; carries every error found. */
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** With the errors, by file and line. */
    public ManifestException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The errors, by file and line. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
