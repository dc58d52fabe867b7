package dev.dsctl.model.manifest;

/**
 * One sentence about the input, at the place it is about. Printed as {@code file:line: error: message}.
 *
 * @param at where in the input
 * @param severity whether the input can still be used
 * @param message one sentence, lower case, without a full stop, saying what is wrong and what to do
 */
public record Diagnostic(SourceRef at, Severity severity, String message) {

    /** What a diagnostic means for the run. */
    public enum Severity {
        /** The input can't be used; exit code 2. */
        ERROR,
        /** The input is used, but not all of it has an effect. */
        WARNING
    }

    @Override
    public String toString() {
        return at + ": " + severity.name().toLowerCase(java.util.Locale.ROOT) + ": " + message;
    }
}
