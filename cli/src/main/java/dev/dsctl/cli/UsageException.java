package dev.dsctl.cli;

/** What was asked for can't be done as asked; the message is one sentence for the user. Ends the run with {@link ExitCode#BAD_INPUT}. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence in lower case, without a full stop. */
    public UsageException(String message) {
        super(message);
    }
}
