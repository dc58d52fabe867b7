package dev.dsctl.render.patch;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import java.util.Map;

/**
 * Merging one message into another as Istio does it: like protobuf's own merge (lists grow, map entries and scalars are replaced, messages
 * merge), but durations are replaced whole. Source: pkg/proto/merge/merge.go.
 */
final class ProtoMerge {

    private ProtoMerge() {}

    /** Merges {@code from} into {@code into}. Both are of one type. */
    static void merge(Message.Builder into, Message from) {
        for (Map.Entry<FieldDescriptor, Object> field : from.getAllFields().entrySet()) {
            FieldDescriptor descriptor = field.getKey();
            if (mergesWithin(descriptor)) {
                merge(into.getFieldBuilder(descriptor), (Message) field.getValue());
            } else if (descriptor.isRepeated()) {
                into.mergeFrom(from.newBuilderForType()
                        .setField(descriptor, field.getValue())
                        .buildPartial());
            } else {
                into.setField(descriptor, field.getValue());
            }
        }
    }

    private static boolean mergesWithin(FieldDescriptor field) {
        return !field.isRepeated()
                && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.getMessageType()
                        .getFullName()
                        .equals(Duration.getDescriptor().getFullName());
    }

    /** The content of {@code from} merged into that of {@code into}; unchanged when they aren't of one known type. */
    static Any mergeContents(Any into, Any from, MessageLookup types) {
        if (!into.getTypeUrl().equals(from.getTypeUrl())) {
            return into;
        }
        return types.unpack(into)
                .flatMap(content -> types.unpack(from).map(change -> {
                    Message.Builder merged = content.toBuilder();
                    merge(merged, change);
                    return Any.newBuilder()
                            .setTypeUrl(into.getTypeUrl())
                            .setValue(merged.build().toByteString())
                            .build();
                }))
                .orElse(into);
    }
}
