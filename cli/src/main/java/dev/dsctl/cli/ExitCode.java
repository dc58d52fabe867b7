package dev.dsctl.cli;

/** What a run of dsctl tells the shell; the same for every command and every output format. */
public enum ExitCode {
    /** Done; both sides equal; nothing found. */
    OK,
    /** There are differences or findings. */
    DIFFERENT,
    /** Wrong usage or bad input. */
    BAD_INPUT,
    /** A fault of dsctl's own. */
    FAULT;

    /** The number the shell sees. */
    public int code() {
        return ordinal();
    }
}
