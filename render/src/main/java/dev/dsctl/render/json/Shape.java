package dev.dsctl.render.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How messages of one type look in JSON.
 *
 * @param kind which of protobuf's JSON mappings applies
 * @param slots the fields in the order in which the .proto file declares them
 * @param byName the fields by JSON name and by name in the .proto file
 */
record Shape(Kind kind, List<Slot> slots, Map<String, FieldDescriptor> byName) {

    /**
     * A field with its names as they are printed.
     *
     * @param field the field
     * @param json its name in JSON, quoted
     * @param proto its name in the .proto file, quoted
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Slot(FieldDescriptor field, byte[] json, byte[] proto) {

        static Slot of(FieldDescriptor field) {
            return new Slot(field, JsonWriter.quoted(field.getJsonName()), JsonWriter.quoted(field.getName()));
        }
    }

    /** The types that have a JSON mapping of their own; everything else is {@link #FIELDS}. */
    enum Kind {
        FIELDS,
        EMPTY,
        ANY,
        DURATION,
        TIMESTAMP,
        FIELD_MASK,
        WRAPPER,
        STRUCT,
        VALUE,
        LIST;

        /** Whether it is more than the message's fields: inside an {@code Any} it stands in a member {@code value}. */
        boolean special() {
            return this != FIELDS;
        }
    }

    static Shape of(Descriptor type) {
        Map<String, FieldDescriptor> byName = new HashMap<>();
        for (FieldDescriptor field : type.getFields()) {
            byName.put(field.getJsonName(), field);
            byName.put(field.getName(), field);
        }
        List<Slot> slots = type.getFields().stream().map(Slot::of).toList();
        return new Shape(kind(type.getFullName()), slots, byName);
    }

    /** The one field of a wrapper. */
    FieldDescriptor wrapped() {
        return slots.get(0).field();
    }

    private static Kind kind(String type) {
        if (!type.startsWith("google.protobuf.")) {
            return Kind.FIELDS;
        }
        return switch (type.substring("google.protobuf.".length())) {
            case "Any" -> Kind.ANY;
            case "Empty" -> Kind.EMPTY;
            case "Duration" -> Kind.DURATION;
            case "Timestamp" -> Kind.TIMESTAMP;
            case "FieldMask" -> Kind.FIELD_MASK;
            case "Struct" -> Kind.STRUCT;
            case "Value" -> Kind.VALUE;
            case "ListValue" -> Kind.LIST;
            case "BoolValue",
                    "Int32Value",
                    "UInt32Value",
                    "Int64Value",
                    "UInt64Value",
                    "FloatValue",
                    "DoubleValue",
                    "StringValue",
                    "BytesValue" -> Kind.WRAPPER;
            default -> Kind.FIELDS;
        };
    }
}
