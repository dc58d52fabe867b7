package dev.dsctl.model.manifest;

/** Ends the reading of one document (or of one file) that makes no sense; carries the line and the sentence. */
final class InputFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    InputFault(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
