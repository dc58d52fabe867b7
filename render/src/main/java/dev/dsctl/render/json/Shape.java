package dev.dsctl.render.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Arrays;
import java.util.List;

/**
 * How messages of one type look in JSON.
 *
 * @param type the type
 * @param kind which of protobuf's JSON mappings applies
 * @param slots the fields in the order in which the .proto file declares them
 * @param numbers the fields' numbers and, in the low half, where the field stands in {@code slots}; ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Shape(Descriptor type, Kind kind, List<Slot> slots, long[] numbers) {

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
        List<FieldDescriptor> fields = type.getFields();
        Slot[] slots = new Slot[fields.size()];
        long[] numbers = new long[slots.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slot(fields.get(i));
            numbers[i] = (long) fields.get(i).getNumber() << 32 | i;
        }
        Arrays.sort(numbers);
        return new Shape(type, kind(type.getFullName()), List.of(slots), numbers);
    }

    /** The one field of a wrapper. */
    FieldDescriptor wrapped() {
        return slots.get(0).field();
    }

    /** Where the field of this number stands in {@link #slots}; negative when the type has no such field. */
    int slot(int number) {
        int found = Arrays.binarySearch(numbers, (long) number << 32);
        int at = found >= 0 ? found : -found - 1;
        return at < numbers.length && numbers[at] >>> 32 == number ? (int) numbers[at] : -1;
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
