package dev.dsctl.render.json;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.Value;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds messages from JSON, with names in lowerCamelCase or as in the .proto file. What has no field is kept beside them.
 *
 * <p>It writes a message's binary form and has the message's own parser read that: setting fields through their descriptors would make
 * ready, by reflection, access to every field of every type first.
 */
final class MessageReader {

    /** Stands for a null that is a value. */
    private static final Object NULL = new Object();

    private final ProtoJson types;

    MessageReader(ProtoJson types) {
        this.types = types;
    }

    /** The message that a JSON value stands for; the line of the nearest object around it is for errors. */
    Message read(Object json, Message prototype, int line) {
        Shape shape = types.shape(prototype);
        return parsed(binary(json, shape, line), prototype, line);
    }

    private static Message parsed(byte[] binary, Message prototype, int line) {
        try {
            return prototype.getParserForType().parseFrom(binary);
        } catch (InvalidProtocolBufferException e) {
            throw new MessageException(line, "messages are nested too deeply: " + e.getMessage());
        }
    }

    private byte[] binary(Object json, Shape shape, int line) {
        try {
            return switch (shape.kind()) {
                case FIELDS, EMPTY -> members(object(json, shape, line), shape);
                case ANY -> any(object(json, shape, line));
                case WRAPPER -> wrapper(shape.wrapped(), json);
                case STRUCT ->
                    Values.struct(object(json, shape, line).members()).toByteArray();
                case VALUE -> Values.of(json == NULL ? null : json).toByteArray();
                case LIST -> Values.list((List<?>) json).toByteArray();
                case DURATION -> Durations.of((String) json).toByteArray();
                case TIMESTAMP -> Timestamps.parse((String) json).toByteArray();
                case FIELD_MASK -> FieldMaskUtil.fromJsonString((String) json).toByteArray();
            };
        } catch (ParseException | IllegalArgumentException | ClassCastException e) {
            throw new MessageException(
                    line, Values.text(json) + " isn't a " + shape.type().getFullName());
        }
    }

    private static byte[] wrapper(FieldDescriptor wrapped, Object json) {
        BinaryWriter message = new BinaryWriter();
        message.single(wrapped, Scalars.read(wrapped, json));
        return message.bytes();
    }

    private static JsonObject object(Object json, Shape shape, int line) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new MessageException(
                line, Values.text(json) + " stands where a " + shape.type().getFullName() + " is wanted");
    }

    private byte[] members(JsonObject object, Shape shape) {
        Map<String, Object> leftovers = new LinkedHashMap<>(0);
        Map<FieldDescriptor, Object> values = new TreeMap<>();
        Map<String, FieldDescriptor> fields = types.names(shape.type());
        for (Map.Entry<String, Object> member : object.members().entrySet()) {
            FieldDescriptor field = fields.get(member.getKey());
            if (field == null) {
                leftovers.put(member.getKey(), member.getValue());
            } else if (member.getValue() != null) {
                put(field, member.getValue(), values);
            } else if (holdsNull(field)) {
                put(field, NULL, values);
            }
        }
        BinaryWriter message = new BinaryWriter();
        values.forEach((field, value) -> set(field, value, message, object.line()));
        if (!leftovers.isEmpty()) {
            message.message(Leftovers.NUMBER, Values.struct(leftovers).toByteArray());
        }
        return message.bytes();
    }

    /** Of the fields of a oneof, the last one written counts. */
    private static void put(FieldDescriptor field, Object json, Map<FieldDescriptor, Object> values) {
        if (field.getRealContainingOneof() != null) {
            field.getRealContainingOneof().getFields().forEach(values::remove);
        }
        values.put(field, json);
    }

    private static boolean holdsNull(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.isRepeated()
                && field.getMessageType().equals(Value.getDescriptor());
    }

    private void set(FieldDescriptor field, Object json, BinaryWriter message, int line) {
        if (field.isMapField()) {
            map(field, json, message, line);
        } else if (!field.isRepeated()) {
            message.single(field, single(field, json, line));
        } else if (json instanceof List<?> items) {
            List<Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(single(field, item, line)));
            message.list(field, values);
        } else {
            throw unfit(field, json, "a list", line);
        }
    }

    private void map(FieldDescriptor field, Object json, BinaryWriter message, int line) {
        if (!(json instanceof JsonObject entries)) {
            throw unfit(field, json, "an object", line);
        }
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        for (Map.Entry<String, Object> member : entries.members().entrySet()) {
            BinaryWriter entry = new BinaryWriter();
            entry.value(key, single(key, member.getKey(), entries.line()));
            entry.value(value, single(value, member.getValue(), entries.line()));
            message.message(field.getNumber(), entry.bytes());
        }
    }

    private Object single(FieldDescriptor field, Object json, int line) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return binary(json, types.shape(field.getMessageType()), line);
        }
        try {
            return Scalars.read(field, json);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw unfit(field, json, Scalars.describe(field), line);
        }
    }

    private byte[] any(JsonObject json) {
        if (json.members().isEmpty()) {
            return new byte[0];
        }
        Map<String, Object> content = new LinkedHashMap<>(json.members());
        if (!(content.remove("@type") instanceof String typeUrl)) {
            throw new MessageException(json.line(), "an Any wants a text \"@type\"");
        }
        Any.Builder any = Any.newBuilder().setTypeUrl(typeUrl);
        Optional<Message> type = types.prototype(typeUrl);
        if (type.isPresent()) {
            return any.setValue(body(content, type.get(), json.line())).build().toByteArray();
        }
        if (!content.isEmpty()) {
            Leftovers.keep(any, Values.struct(content));
        }
        return any.build().toByteArray();
    }

    private ByteString body(Map<String, Object> content, Message type, int line) {
        Shape shape = types.shape(type);
        boolean wrapped = shape.kind().special() && content.containsKey("value");
        Object body = wrapped ? content.get("value") : new JsonObject(line, content);
        return UnsafeByteOperations.unsafeWrap(binary(body, shape, line));
    }

    private static MessageException unfit(FieldDescriptor field, Object json, String wanted, int line) {
        return new MessageException(
                line, Values.text(json) + " stands for " + field.getFullName() + ", which wants " + wanted);
    }

    /** JSON that isn't the message it stands for. */
    static final class MessageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final int line;

        MessageException(int line, String message) {
            super(message);
            this.line = line;
        }
    }
}
