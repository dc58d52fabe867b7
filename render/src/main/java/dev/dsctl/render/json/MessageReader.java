package dev.dsctl.render.json;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds messages from JSON, with names in lowerCamelCase or as in the .proto file. What has no field is kept beside them. */
final class MessageReader {

    private final ProtoJson types;

    MessageReader(ProtoJson types) {
        this.types = types;
    }

    /** The message that a JSON value stands for; the line of the nearest object around it is for errors. */
    Message read(Object json, Message prototype, int line) {
        Shape shape = types.shape(prototype.getDescriptorForType());
        Message.Builder message = prototype.newBuilderForType();
        try {
            switch (shape.kind()) {
                case FIELDS, EMPTY -> {
                    JsonObject object = object(json, prototype, line);
                    members(object.members(), shape, message, object.line());
                }
                case ANY -> any(object(json, prototype, line), (Any.Builder) message);
                case WRAPPER -> {
                    message.setField(shape.wrapped(), Scalars.read(shape.wrapped(), json));
                }
                case STRUCT ->
                    message.mergeFrom(
                            Values.struct(object(json, prototype, line).members()));
                case VALUE -> message.mergeFrom(Values.of(json));
                case LIST -> message.mergeFrom(Values.list((List<?>) json));
                case DURATION -> message.mergeFrom(Durations.of((String) json));
                case TIMESTAMP -> message.mergeFrom(Timestamps.parse((String) json));
                case FIELD_MASK -> message.mergeFrom(FieldMaskUtil.fromJsonString((String) json));
            }
        } catch (ParseException | IllegalArgumentException | ClassCastException e) {
            throw new MessageException(
                    line,
                    Values.text(json) + " isn't a "
                            + prototype.getDescriptorForType().getFullName());
        }
        return message.build();
    }

    private static JsonObject object(Object json, Message prototype, int line) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new MessageException(
                line,
                Values.text(json) + " stands where a "
                        + prototype.getDescriptorForType().getFullName() + " is wanted");
    }

    private void members(Map<String, Object> members, Shape shape, Message.Builder message, int line) {
        Map<String, Object> leftovers = null;
        Map<String, FieldDescriptor> fields = types.names(shape.type());
        for (Map.Entry<String, Object> member : members.entrySet()) {
            FieldDescriptor field = fields.get(member.getKey());
            if (field == null) {
                leftovers = leftovers == null ? new LinkedHashMap<>() : leftovers;
                leftovers.put(member.getKey(), member.getValue());
            } else if (member.getValue() != null || holdsNull(field)) {
                set(field, member.getValue(), message, line);
            }
        }
        if (leftovers != null) {
            Leftovers.keep(message, Values.struct(leftovers));
        }
    }

    private static boolean holdsNull(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.isRepeated()
                && field.getMessageType().equals(Value.getDescriptor());
    }

    private void set(FieldDescriptor field, Object json, Message.Builder message, int line) {
        if (field.isMapField()) {
            map(field, json, message, line);
        } else if (!field.isRepeated()) {
            message.setField(field, single(field, json, message, line));
        } else if (json instanceof List<?> items) {
            for (Object item : items) {
                message.addRepeatedField(field, single(field, item, message, line));
            }
        } else {
            throw unfit(field, json, "a list", line);
        }
    }

    private void map(FieldDescriptor field, Object json, Message.Builder message, int line) {
        if (!(json instanceof JsonObject entries)) {
            throw unfit(field, json, "an object", line);
        }
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        for (Map.Entry<String, Object> member : entries.members().entrySet()) {
            Message.Builder entry = message.newBuilderForField(field);
            entry.setField(key, single(key, member.getKey(), entry, entries.line()));
            entry.setField(value, single(value, member.getValue(), entry, entries.line()));
            message.addRepeatedField(field, entry.build());
        }
    }

    private Object single(FieldDescriptor field, Object json, Message.Builder message, int line) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return read(json, message.newBuilderForField(field).getDefaultInstanceForType(), line);
        }
        try {
            return Scalars.read(field, json);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw unfit(field, json, Scalars.describe(field), line);
        }
    }

    private void any(JsonObject json, Any.Builder any) {
        if (json.members().isEmpty()) {
            return;
        }
        Map<String, Object> content = new LinkedHashMap<>(json.members());
        if (!(content.remove("@type") instanceof String typeUrl)) {
            throw new MessageException(json.line(), "an Any wants a text \"@type\"");
        }
        any.setTypeUrl(typeUrl);
        Optional<Message> type = types.prototype(typeUrl);
        if (type.isEmpty()) {
            Struct leftovers = Values.struct(content);
            if (leftovers.getFieldsCount() > 0) {
                Leftovers.keep(any, leftovers);
            }
            return;
        }
        boolean special = types.shape(type.get().getDescriptorForType()).kind().special();
        Object body =
                special && content.containsKey("value") ? content.get("value") : new JsonObject(json.line(), content);
        any.setValue(read(body, type.get(), json.line()).toByteString());
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
