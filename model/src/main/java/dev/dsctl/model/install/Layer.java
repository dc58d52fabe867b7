package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.SourceRef;

/**
 * Settings from one source.
 *
 * @param source file as given, option, or which default
 * @param values the settings
 */
public record Layer(String source, Node.Mapping values) {

    /** Where a node of it was written. */
    SourceRef at(Node node) {
        return new SourceRef(source, node.line());
    }

    /** The same source with other settings. */
    Layer with(Node.Mapping other) {
        return new Layer(source, other);
    }
}
