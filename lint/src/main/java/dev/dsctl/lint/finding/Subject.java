package dev.dsctl.lint.finding;

import dev.dsctl.model.manifest.SourceRef;

/**
 * The object that a finding is about.
 *
 * @param kind for instance {@code Service}
 * @param namespace empty for what stands outside of namespaces
 * @param name its name
 * @param at the file and the line of the field that matters
 */
public record Subject(String kind, String namespace, String name, SourceRef at) {

    /** {@code Service shop/web}. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }
}
