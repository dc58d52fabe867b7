package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.model.manifest.SourceRef;

/** One listener, cluster, route configuration or load assignment of one side. */
public interface Resource {

    /** Its name on the wire. */
    String name();

    /** Its protobuf JSON; may be computed anew at each call. */
    JsonObject tree();

    /** Where it stands in a file; null when it was computed. */
    SourceRef at();

    /** Whether it is known to mean the same without looking at the {@link #tree}. */
    default boolean isSurely(Resource other) {
        return false;
    }

    /**
     * A resource that was read.
     *
     * @param name its name
     * @param tree its protobuf JSON
     * @param at the file and line it was read from
     */
    record Read(String name, JsonObject tree, SourceRef at) implements Resource {}
}
