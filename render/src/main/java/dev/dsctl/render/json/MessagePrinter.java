package dev.dsctl.render.json;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import dev.dsctl.render.envoy.TypeNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Prints messages from their binary form by walking their descriptors, as Go's protojson does: only fields that are set,
 * maps by key.
 */
final class MessagePrinter {

    private static final byte[] TYPE = JsonWriter.quoted("@type");
    private static final byte[] VALUE = JsonWriter.quoted("value");

    private final ProtoJson types;
    private final JsonWriter json;
    private final Naming naming;

    /** One for each message that is being printed, from the outermost inwards. */
    private final List<WireFields> nested = new ArrayList<>();

    private int depth;
    private byte[] bytes;

    MessagePrinter(ProtoJson types, JsonWriter json, Naming naming) {
        this.types = types;
        this.json = json;
        this.naming = naming;
    }

    /** Prints a message as it stands inside an {@code Any}. */
    void printTyped(Message message) throws IOException {
        Shape shape = types.shape(message);
        bytes = message.toByteArray();
        json.beginObject();
        json.name(TYPE);
        json.text(TypeNames.URL_PREFIX + shape.type().getFullName());
        members(shape, 0, bytes.length);
        json.endObject();
    }

    void print(Message message) throws IOException {
        bytes = message.toByteArray();
        message(types.shape(message), 0, bytes.length);
    }

    private void message(Shape shape, int from, int to) throws IOException {
        switch (shape.kind()) {
            case FIELDS, EMPTY -> {
                json.beginObject();
                members(shape, from, to);
                json.endObject();
            }
            case STRUCT -> {
                json.beginObject();
                structMembers(shape, from, to);
                json.endObject();
            }
            default -> {
                WireFields fields = enter(shape, from, to);
                special(shape, fields);
                depth--;
            }
        }
    }

    private void special(Shape shape, WireFields fields) throws IOException {
        switch (shape.kind()) {
            case ANY -> any(fields);
            case DURATION -> json.text(Durations.text(fields.valueOf(0), (int) fields.valueOf(1)));
            case TIMESTAMP -> timestamp(fields);
            case FIELD_MASK -> json.text(FieldMaskUtil.toJsonString(fieldMask(fields)));
            case WRAPPER -> single(shape.slots().get(0), fields.valueOf(0));
            case VALUE -> value(shape, fields);
            case LIST -> array(shape.slots().get(0), fields, 0);
            case FIELDS, EMPTY, STRUCT -> throw new IllegalStateException("not special: " + shape.kind());
        }
    }

    private WireFields enter(Shape shape, int from, int to) {
        if (depth == nested.size()) {
            nested.add(new WireFields());
        }
        WireFields fields = nested.get(depth++);
        fields.read(bytes, from, to, shape);
        return fields;
    }

    private void members(Shape shape, int from, int to) throws IOException {
        WireFields fields = enter(shape, from, to);
        int place = 0;
        while (place < fields.count()) {
            Slot slot = shape.slots().get(fields.slot(place));
            json.name(naming.of(slot));
            if (slot.map()) {
                json.beginObject();
                place = entries(slot, fields, place);
                json.endObject();
            } else if (slot.repeated()) {
                place = array(slot, fields, place);
            } else {
                single(slot, fields.value(place++));
            }
        }
        leftovers(fields);
        depth--;
    }

    private void leftovers(WireFields fields) throws IOException {
        long leftovers = fields.leftovers();
        if (leftovers != 0) {
            structMembers(types.shape(Struct.getDescriptor()), WireFields.begin(leftovers), WireFields.end(leftovers));
        }
    }

    private void any(WireFields fields) throws IOException {
        String typeUrl = fields.text(fields.valueOf(0));
        json.beginObject();
        if (!typeUrl.isEmpty()) {
            json.name(TYPE);
            json.text(typeUrl);
            content(typeUrl, fields);
        }
        json.endObject();
    }

    private void content(String typeUrl, WireFields fields) throws IOException {
        Optional<Message> type = types.prototype(typeUrl);
        long value = fields.valueOf(1);
        int from = WireFields.begin(value);
        int to = WireFields.end(value);
        if (type.isPresent()) {
            Shape shape = types.shape(type.get());
            if (shape.kind().special()) {
                json.name(VALUE);
                message(shape, from, to);
            } else {
                members(shape, from, to);
            }
        } else if (from == to) {
            leftovers(fields);
        } else {
            json.name(VALUE);
            base64(value);
        }
    }

    /** Prints the values of a repeated field; the place of what follows them. */
    private int array(Slot slot, WireFields fields, int place) throws IOException {
        int next = place;
        json.beginArray();
        while (next < fields.count() && fields.slot(next) == fields.slot(place)) {
            json.element();
            single(slot, fields.value(next++));
        }
        json.endArray();
        return next;
    }

    private void structMembers(Shape shape, int from, int to) throws IOException {
        WireFields fields = enter(shape, from, to);
        entries(shape.slots().get(0), fields, 0);
        depth--;
    }

    /** Prints the entries of a map as members; the place of what follows them. */
    private int entries(Slot slot, WireFields fields, int place) throws IOException {
        Shape shape = types.shape(slot.field().getMessageType());
        List<MapEntry> entries = new ArrayList<>();
        int next = place;
        while (next < fields.count() && fields.slot(next) == fields.slot(place)) {
            long entry = fields.value(next++);
            WireFields pair = enter(shape, WireFields.begin(entry), WireFields.end(entry));
            entries.add(MapEntry.of(shape.slots().get(0).type(), pair));
            depth--;
        }
        if (entries.size() > 1) {
            entries.sort(null);
        }
        Slot value = shape.slots().get(1);
        for (MapEntry entry : entries) {
            json.name(entry.name());
            single(value, entry.value());
        }
        return next;
    }

    private void single(Slot slot, long value) throws IOException {
        switch (slot.type()) {
            case MESSAGE, GROUP ->
                message(types.shape(slot.field().getMessageType()), WireFields.begin(value), WireFields.end(value));
            case STRING -> json.text(bytes, WireFields.begin(value), WireFields.end(value));
            case BYTES -> base64(value);
            case ENUM -> enumValue(slot.field(), (int) value);
            case BOOL -> json.literal(value != 0);
            case INT32, SFIXED32 -> json.literal((int) value);
            case SINT32 -> json.literal(CodedInputStream.decodeZigZag32((int) value));
            case UINT32, FIXED32 -> json.literal(value & 0xffffffffL);
            case INT64, SFIXED64 -> json.text(Long.toString(value));
            case SINT64 -> json.text(Long.toString(CodedInputStream.decodeZigZag64(value)));
            case UINT64, FIXED64 -> json.text(Long.toUnsignedString(value));
            case FLOAT -> json.number(Float.intBitsToFloat((int) value));
            case DOUBLE -> json.number(Double.longBitsToDouble(value));
        }
    }

    private void enumValue(FieldDescriptor field, int number) {
        EnumValueDescriptor value = field.getEnumType().findValueByNumber(number);
        if (value == null) {
            json.literal(number);
        } else if (field.getEnumType().getFullName().equals("google.protobuf.NullValue")) {
            json.literal("null");
        } else {
            json.text(value.getName());
        }
    }

    private void value(Shape shape, WireFields fields) throws IOException {
        if (fields.count() == 0) {
            json.literal("null");
        } else {
            single(shape.slots().get(fields.slot(0)), fields.value(0));
        }
    }

    private void timestamp(WireFields fields) {
        json.text(Timestamps.toString(Timestamp.newBuilder()
                .setSeconds(fields.valueOf(0))
                .setNanos((int) fields.valueOf(1))
                .build()));
    }

    private FieldMask fieldMask(WireFields fields) {
        FieldMask.Builder mask = FieldMask.newBuilder();
        for (int place = 0; place < fields.count(); place++) {
            mask.addPaths(fields.text(fields.value(place)));
        }
        return mask.build();
    }

    private void base64(long value) {
        byte[] content = Arrays.copyOfRange(bytes, WireFields.begin(value), WireFields.end(value));
        json.text(Base64.getEncoder().encodeToString(content));
    }
}
