package dev.dsctl.lint.report;

import dev.dsctl.model.manifest.SourceRef;
import java.util.Optional;

/** Tells what stands at a place of the input. */
@FunctionalInterface
public interface SourceLines {

    /** Nothing is known of any place. */
    SourceLines NONE = at -> Optional.empty();

    /** The line at a place, if it can still be read. */
    Optional<String> at(SourceRef place);
}
