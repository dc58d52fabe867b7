package dev.dsctl.render.json;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One proxy's snapshot as JSON: an object with an array for each kind, or the bare array when one kind was asked for. */
public final class SnapshotPrinter {

    private final Lists lists;
    private final Set<ResourceKind> kinds;

    private interface Lists {
        void print(ResourceKind kind, List<? extends Message> resources, JsonWriter out) throws IOException;
    }

    /** Prints these kinds, in their own order. */
    public SnapshotPrinter(ProtoJson json, Set<ResourceKind> kinds) {
        this((kind, resources, out) -> json.write(resources, out), kinds);
    }

    /** Prints these kinds of many proxies, in their own order. */
    public SnapshotPrinter(FleetPrinter fleet, Set<ResourceKind> kinds) {
        this(fleet::print, kinds);
    }

    private SnapshotPrinter(Lists lists, Set<ResourceKind> kinds) {
        this.lists = lists;
        this.kinds = Set.copyOf(kinds);
    }

    /** Prints a snapshot as the next value. */
    public void print(XdsSnapshot snapshot, JsonWriter out) throws IOException {
        if (kinds.size() == 1) {
            ResourceKind kind = kinds.iterator().next();
            lists.print(kind, kind.of(snapshot), out);
            return;
        }
        out.beginObject();
        for (ResourceKind kind : ResourceKind.values()) {
            if (kinds.contains(kind)) {
                out.name(kind.key());
                lists.print(kind, kind.of(snapshot), out);
            }
        }
        out.endObject();
    }
}
