package dev.dsctl.render.json;

import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.io.IOException;
import java.util.Set;

/** One proxy's snapshot as JSON: an object with an array for each kind, or the bare array when one kind was asked for. */
public final class SnapshotPrinter {

    private final ProtoJson json;
    private final Set<ResourceKind> kinds;

    /** Prints these kinds, in their own order. */
    public SnapshotPrinter(ProtoJson json, Set<ResourceKind> kinds) {
        this.json = json;
        this.kinds = Set.copyOf(kinds);
    }

    /** Prints a snapshot as the next value. */
    public void print(XdsSnapshot snapshot, JsonWriter out) throws IOException {
        if (kinds.size() == 1) {
            json.write(kinds.iterator().next().of(snapshot), out);
            return;
        }
        out.beginObject();
        for (ResourceKind kind : ResourceKind.values()) {
            if (kinds.contains(kind)) {
                out.name(kind.key());
                json.write(kind.of(snapshot), out);
            }
        }
        out.endObject();
    }
}
