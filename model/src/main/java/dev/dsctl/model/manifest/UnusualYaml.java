package dev.dsctl.model.manifest;

/** Says that a document needs the complete YAML parser. Thrown often and caught nearby, so it has no stack and there is one of it. */
final class UnusualYaml extends RuntimeException {

    static final UnusualYaml INSTANCE = new UnusualYaml();

    private static final long serialVersionUID = 1L;

    private UnusualYaml() {
        super(null, null, false, false);
    }
}
