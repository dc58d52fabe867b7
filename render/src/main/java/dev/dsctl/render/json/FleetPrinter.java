package dev.dsctl.render.json;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints the resources of many proxies, on any thread. Most proxies of a mesh have nearly all of their resources in common:
 * what is equal to the last one of its name isn't printed again but copied.
 */
public final class FleetPrinter {

    /** How much text is kept, in bytes. More than that belongs to meshes where a single proxy's files are larger. */
    private static final long MOST_KEPT = 64L << 20;

    private final ProtoJson json;
    private final Map<ResourceKind, Map<String, Printed>> last = new EnumMap<>(ResourceKind.class);
    private final AtomicLong kept = new AtomicLong();

    /** A printer that remembers nothing yet. */
    public FleetPrinter(ProtoJson json) {
        this.json = json;
        for (ResourceKind kind : ResourceKind.values()) {
            last.put(kind, new ConcurrentHashMap<>());
        }
    }

    /** Prints one proxy's resources of a kind as an array, the next value. */
    public void print(ResourceKind kind, List<? extends Message> resources, JsonWriter out) throws IOException {
        Map<String, Printed> before = last.get(kind);
        MessagePrinter printer = json.printer(out);
        out.beginArray();
        for (Message resource : resources) {
            out.element();
            String name = kind.nameOf(resource);
            Printed printed = before.get(name);
            if (printed != null && printed.depth == out.depth() && printed.message.equals(resource)) {
                if (printed.message != resource) {
                    before.put(name, new Printed(resource, printed.depth, printed.text));
                }
                out.raw(printed.text);
            } else {
                out.mark();
                printer.print(resource);
                keep(before, name, new Printed(resource, out.depth(), out.marked()));
            }
        }
        out.endArray();
    }

    private void keep(Map<String, Printed> before, String name, Printed printed) {
        if (kept.addAndGet(printed.text.length) > MOST_KEPT) {
            kept.addAndGet(-printed.text.length);
            return;
        }
        Printed replaced = before.put(name, printed);
        if (replaced != null) {
            kept.addAndGet(-replaced.text.length);
        }
    }

    /**
     * A message as it was printed.
     *
     * @param depth how deep in its document
     * @param text its JSON at that depth
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Printed(Message message, int depth, byte[] text) {}
}
