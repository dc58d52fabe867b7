package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.ResourceKind;
import java.util.List;

/**
 * One resource that isn't the same on both sides.
 *
 * @param proxy {@code pod.namespace}
 * @param kind listener, cluster, route configuration or load assignment
 * @param name its name
 * @param change added, removed or changed
 * @param fields what changed inside, addresses first; empty when added or removed
 * @param before the first side's resource; null when added
 * @param after the second side's resource; null when removed
 * @param places where it stands in the files of both sides
 */
public record ResourceChange(
        String proxy,
        ResourceKind kind,
        String name,
        Change change,
        List<FieldChange> fields,
        JsonObject before,
        JsonObject after,
        Places places) {

    public ResourceChange {
        fields = List.copyOf(fields);
    }

    /**
     * Files and lines of the two versions, null for a side that was computed or lacks the resource.
     *
     * @param before in the first side
     * @param after in the second side
     */
    public record Places(SourceRef before, SourceRef after) {}
}
