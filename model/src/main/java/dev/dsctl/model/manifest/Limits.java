package dev.dsctl.model.manifest;

/** What a reader takes before it refuses: far above any real mesh, far below what hurts. */
final class Limits {

    /** Bytes in one file. 10,000 services are 16 MB. */
    static final int BYTES = 128 << 20;

    /** Documents in one file. */
    static final int DOCUMENTS = 1_000_000;

    /** Mappings and lists inside one another; EnvoyFilter patches reach about 30. */
    static final int DEPTH = 100;

    /** Nodes that aliases stand for in one document, so that a few lines can't become billions of nodes. */
    static final int ALIASED_NODES = 1_000_000;

    /** Errors in one file after which the rest of it isn't read. */
    static final int ERRORS = 1_000;

    private Limits() {}

    static String tooDeep() {
        return "nested more than " + DEPTH + " levels deep";
    }

    static String tooLarge() {
        return "larger than " + (BYTES >> 20) + " MiB; split the file";
    }
}
