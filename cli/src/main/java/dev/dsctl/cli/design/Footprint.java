package dev.dsctl.cli.design;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What configuration takes.
 *
 * @param sizes of each kind of resource
 * @param memory what Envoy allocates with it, in bytes; empty when no Envoy was asked
 */
record Footprint(Map<ResourceKind, Size> sizes, Optional<Long> memory) {

    static final Footprint NONE = new Footprint(Map.of(), Optional.empty());

    /**
     * Some resources.
     *
     * @param count how many
     * @param bytes as istiod sends them
     */
    record Size(long count, long bytes) {

        static final Size ZERO = new Size(0, 0);

        Size plus(Size other) {
            return new Size(count + other.count, bytes + other.bytes);
        }
    }

    /** Of what a proxy is sent. */
    static Footprint of(XdsSnapshot snapshot, Optional<Long> memory) {
        Map<ResourceKind, Size> sizes = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            List<? extends Message> resources = kind.of(snapshot);
            long bytes =
                    resources.stream().mapToLong(Message::getSerializedSize).sum();
            sizes.put(kind, new Size(resources.size(), bytes));
        }
        return new Footprint(sizes, memory);
    }

    /** Of both together. */
    Footprint plus(Footprint other) {
        Map<ResourceKind, Size> sum = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            sum.put(kind, of(kind).plus(other.of(kind)));
        }
        Optional<Long> both = memory.isPresent() && other.memory.isPresent()
                ? Optional.of(memory.get() + other.memory.get())
                : memory.or(other::memory);
        return new Footprint(sum, both);
    }

    Size of(ResourceKind kind) {
        return sizes.getOrDefault(kind, Size.ZERO);
    }

    /** Of all kinds together. */
    Size total() {
        return sizes.values().stream().reduce(Size.ZERO, Size::plus);
    }
}
