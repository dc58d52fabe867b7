package dev.dsctl.render.json;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints messages by walking their descriptors, as Go's protojson does: only fields that are set, maps by key. */
final class MessagePrinter {

    private static final String TYPE_PREFIX = "type.googleapis.com/";

    private final ProtoJson types;
    private final JsonWriter json;
    private final Naming naming;

    MessagePrinter(ProtoJson types, JsonWriter json, Naming naming) {
        this.types = types;
        this.json = json;
        this.naming = naming;
    }

    /** Prints a message as it stands inside an {@code Any}. */
    void printTyped(Message message) throws IOException {
        json.beginObject();
        json.name("@type");
        json.text(TYPE_PREFIX + message.getDescriptorForType().getFullName());
        members(types.shape(message.getDescriptorForType()), message);
        json.endObject();
    }

    void print(Message message) throws IOException {
        Shape shape = types.shape(message.getDescriptorForType());
        switch (shape.kind()) {
            case FIELDS, EMPTY -> {
                json.beginObject();
                members(shape, message);
                json.endObject();
            }
            case ANY -> any((Any) message);
            case DURATION -> json.text(Durations.text((Duration) message));
            case TIMESTAMP -> json.text(Timestamps.toString((Timestamp) message));
            case FIELD_MASK -> json.text(FieldMaskUtil.toJsonString((FieldMask) message));
            case WRAPPER -> single(shape.wrapped(), message.getField(shape.wrapped()));
            case STRUCT -> struct((Struct) message);
            case VALUE -> value((Value) message);
            case LIST -> list(((ListValue) message).getValuesList());
        }
    }

    private void members(Shape shape, Message message) throws IOException {
        List<Shape.Slot> slots = shape.slots();
        for (int i = 0; i < slots.size(); i++) {
            FieldDescriptor field = slots.get(i).field();
            if (field.isRepeated()) {
                if (message.getRepeatedFieldCount(field) > 0) {
                    json.name(naming.of(slots.get(i)));
                    repeated(field, (List<?>) message.getField(field));
                }
            } else if (message.hasField(field)) {
                json.name(naming.of(slots.get(i)));
                single(field, message.getField(field));
            }
        }
        leftovers(message);
    }

    private void leftovers(MessageOrBuilder message) throws IOException {
        Struct leftovers = Leftovers.of(message);
        if (leftovers.getFieldsCount() > 0) {
            structMembers(leftovers);
        }
    }

    private void any(Any any) throws IOException {
        json.beginObject();
        if (!any.getTypeUrl().isEmpty()) {
            json.name("@type");
            json.text(any.getTypeUrl());
            content(any);
        }
        json.endObject();
    }

    private void content(Any any) throws IOException {
        Optional<Message> type = types.prototype(any.getTypeUrl());
        if (type.isPresent()) {
            Message message;
            try {
                message = type.get().getParserForType().parseFrom(any.getValue());
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalArgumentException("the value of an Any isn't a " + any.getTypeUrl(), e);
            }
            Shape shape = types.shape(message.getDescriptorForType());
            if (shape.kind().special()) {
                json.name("value");
                print(message);
            } else {
                members(shape, message);
            }
        } else if (any.getValue().isEmpty()) {
            leftovers(any);
        } else {
            json.name("value");
            bytes(any.getValue());
        }
    }

    private void repeated(FieldDescriptor field, List<?> values) throws IOException {
        if (field.isMapField()) {
            map(field, values);
            return;
        }
        json.beginArray();
        for (Object value : values) {
            json.element();
            single(field, value);
        }
        json.endArray();
    }

    private void map(FieldDescriptor field, List<?> entries) throws IOException {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        Message[] sorted = entries.toArray(Message[]::new);
        if (sorted.length > 1) {
            Arrays.sort(sorted, byKey(key));
        }
        json.beginObject();
        for (Message entry : sorted) {
            json.name(entry.getField(key).toString());
            single(value, entry.getField(value));
        }
        json.endObject();
    }

    private static Comparator<Message> byKey(FieldDescriptor key) {
        return switch (key.getJavaType()) {
            case STRING -> Comparator.comparing(entry -> (String) entry.getField(key));
            case BOOLEAN -> Comparator.comparing(entry -> (Boolean) entry.getField(key));
            default -> Comparator.comparingLong(entry -> ((Number) entry.getField(key)).longValue());
        };
    }

    private void single(FieldDescriptor field, Object value) throws IOException {
        switch (field.getType()) {
            case MESSAGE, GROUP -> print((Message) value);
            case ENUM -> enumValue((EnumValueDescriptor) value);
            case STRING -> json.text((String) value);
            case BYTES -> bytes((ByteString) value);
            case BOOL, INT32, SINT32, SFIXED32 -> json.literal(value);
            case UINT32, FIXED32 -> json.literal(Integer.toUnsignedString((Integer) value));
            case INT64, SINT64, SFIXED64 -> json.text(value.toString());
            case UINT64, FIXED64 -> json.text(Long.toUnsignedString((Long) value));
            case FLOAT -> json.number((Float) value);
            case DOUBLE -> json.number((Double) value);
        }
    }

    private void enumValue(EnumValueDescriptor value) {
        if (value.getType().getFullName().equals("google.protobuf.NullValue")) {
            json.literal("null");
        } else if (value.getIndex() < 0) {
            json.literal(value.getNumber());
        } else {
            json.text(value.getName());
        }
    }

    private void bytes(ByteString value) {
        json.text(Base64.getEncoder().encodeToString(value.toByteArray()));
    }

    private void struct(Struct struct) throws IOException {
        json.beginObject();
        structMembers(struct);
        json.endObject();
    }

    private void structMembers(Struct struct) throws IOException {
        Map<String, Value> fields = struct.getFieldsMap();
        String[] names = fields.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            json.name(name);
            value(fields.get(name));
        }
    }

    private void list(List<Value> values) throws IOException {
        json.beginArray();
        for (Value value : values) {
            json.element();
            value(value);
        }
        json.endArray();
    }

    private void value(Value value) throws IOException {
        switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> json.literal("null");
            case NUMBER_VALUE -> json.number(value.getNumberValue());
            case STRING_VALUE -> json.text(value.getStringValue());
            case BOOL_VALUE -> json.literal(value.getBoolValue());
            case STRUCT_VALUE -> struct(value.getStructValue());
            case LIST_VALUE -> list(value.getListValue().getValuesList());
        }
    }
}
