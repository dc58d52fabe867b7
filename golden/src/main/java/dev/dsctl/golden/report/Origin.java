package dev.dsctl.golden.report;

import dev.dsctl.model.manifest.SourceRef;

/**
 * The manifest that a resource comes from.
 *
 * @param object for instance {@code Service shop/web}
 * @param at file and line
 */
public record Origin(String object, SourceRef at) {

    @Override
    public String toString() {
        return object + " (" + at + ")";
    }
}
