package dev.dsctl.render.json;

import com.google.protobuf.Descriptors.FieldDescriptor;

/**
 * One entry of a map field, in the order of keys: text by its characters, numbers by their value.
 *
 * @param name the key as a member's name
 * @param number the key of a map whose keys aren't text; 0 for text
 * @param value as {@link WireFields#value} has it
 */
record MapEntry(String name, long number, long value) implements Comparable<MapEntry> {

    static MapEntry of(FieldDescriptor.Type key, WireFields pair) {
        long raw = pair.valueOf(0);
        long value = pair.valueOf(1);
        return switch (key) {
            case STRING -> new MapEntry(pair.text(raw), 0, value);
            case BOOL -> new MapEntry(String.valueOf(raw != 0), raw, value);
            case UINT32 -> new MapEntry(Long.toString(raw & 0xffffffffL), raw & 0xffffffffL, value);
            case INT32, INT64 -> new MapEntry(Long.toString(raw), raw, value);
            default -> throw new IllegalArgumentException("no map in Envoy's interface has keys of type " + key);
        };
    }

    @Override
    public int compareTo(MapEntry other) {
        int byNumber = Long.compare(number, other.number);
        return byNumber != 0 ? byNumber : name.compareTo(other.name);
    }
}
