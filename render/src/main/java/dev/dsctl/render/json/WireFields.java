package dev.dsctl.render.json;

import com.google.protobuf.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one message in protobuf's binary form, in the order in which they are printed. An instance is used for
 * one message after another.
 *
 * <p>Messages are printed from their bytes because generated code writes these at once, while asking messages for their
 * fields goes through reflection: for the few hundred messages of one proxy that cost more than everything else. What is
 * inside an {@code Any} is bytes already and need not become a message at all.
 */
final class WireFields {

    private int[] slots = new int[16];
    private long[] values = new long[16];
    private int count;

    /** Where the bytes of the unknown field {@link Leftovers#NUMBER} are, as a value; 0 without it. */
    private long leftovers;

    private byte[] bytes;
    private int at;

    /**
     * Reads the message of this shape that these bytes hold between two positions.
     *
     * @throws IllegalArgumentException when they are no message
     */
    void read(byte[] message, int from, int to, Shape shape) {
        bytes = message;
        at = from;
        count = 0;
        leftovers = 0;
        try {
            while (at < to) {
                int tag = (int) varint();
                field(shape, WireFormat.getTagFieldNumber(tag), WireFormat.getTagWireType(tag));
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw broken();
        }
        if (at != to) {
            throw broken();
        }
        sort();
    }

    /** How many values there are; a repeated field counts as often as it has values. */
    int count() {
        return count;
    }

    /** Which of the shape's fields the value at this place belongs to. Never less than that of the value before. */
    int slot(int place) {
        return slots[place];
    }

    /**
     * The value at this place: the bits of a number, or for text, bytes and messages where they begin and end, see
     * {@link #begin} and {@link #end}.
     */
    long value(int place) {
        return values[place];
    }

    /** The value of one of the shape's fields; 0 when it isn't there, which is every type's empty value. */
    long valueOf(int slot) {
        int place = Arrays.binarySearch(slots, 0, count, slot);
        return place < 0 ? 0 : values[place];
    }

    long leftovers() {
        return leftovers;
    }

    /** Where the content of a value begins. */
    static int begin(long value) {
        return (int) (value >>> 32);
    }

    /** Where the content of a value ends. */
    static int end(long value) {
        return (int) value;
    }

    /** The text that a value is. */
    String text(long value) {
        return new String(bytes, begin(value), end(value) - begin(value), StandardCharsets.UTF_8);
    }

    private void field(Shape shape, int number, int wireType) {
        int slot = shape.slot(number);
        if (slot < 0) {
            long value = value(wireType, bytes.length);
            leftovers = number == Leftovers.NUMBER ? value : leftovers;
            return;
        }
        int wanted = shape.slots().get(slot).wireType();
        if (wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED && wanted != wireType) {
            long packed = value(wireType, bytes.length);
            at = begin(packed);
            while (at < end(packed)) {
                add(slot, value(wanted, end(packed)));
            }
        } else {
            add(slot, value(wireType, bytes.length));
        }
    }

    private void add(int slot, long value) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        slots[count] = slot;
        values[count++] = value;
    }

    private long value(int wireType, int limit) {
        long value = switch (wireType) {
            case WireFormat.WIRETYPE_VARINT -> varint();
            case WireFormat.WIRETYPE_FIXED32 -> fixed(4);
            case WireFormat.WIRETYPE_FIXED64 -> fixed(8);
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> content();
            default -> throw broken();
        };
        if (at < 0 || at > limit) {
            throw broken();
        }
        return value;
    }

    private long content() {
        int length = (int) varint();
        if (length < 0) {
            throw broken();
        }
        long begin = at;
        at += length;
        return begin << 32 | at;
    }

    private long varint() {
        if (bytes[at] >= 0) {
            return bytes[at++];
        }
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw broken();
    }

    private long fixed(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (bytes[at++] & 0xffL) << (8 * i);
        }
        return value;
    }

    /** Generated code writes by number, which is nearly always the order of declaration too: there is little to move. */
    private void sort() {
        for (int i = 1; i < count; i++) {
            int slot = slots[i];
            long value = values[i];
            int place = i;
            while (place > 0 && slots[place - 1] > slot) {
                slots[place] = slots[place - 1];
                values[place] = values[place - 1];
                place--;
            }
            slots[place] = slot;
            values[place] = value;
        }
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("the bytes aren't a message of the type that they are said to have");
    }
}
