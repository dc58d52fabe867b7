package dev.dsctl.render.json;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;

/**
 * JSON members that a message's type doesn't have, kept with the message so that they are compared and printed.
 *
 * <p>A newer Envoy may have fields and filters that the message classes here don't know. What can't be a field stays JSON, in
 * an unknown field whose number no .proto file may use.
 */
final class Leftovers {

    /** The first of the numbers that protobuf reserves for itself. */
    private static final int NUMBER = 19000;

    private Leftovers() {}

    static void keep(Message.Builder message, Struct members) {
        UnknownFieldSet.Field field = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(members.toByteString())
                .build();
        message.setUnknownFields(
                UnknownFieldSet.newBuilder().addField(NUMBER, field).build());
    }

    /** The members kept with a message; empty for nearly every one. */
    static Struct of(MessageOrBuilder message) {
        UnknownFieldSet unknown = message.getUnknownFields();
        if (!unknown.hasField(NUMBER)) {
            return Struct.getDefaultInstance();
        }
        List<com.google.protobuf.ByteString> values = unknown.getField(NUMBER).getLengthDelimitedList();
        try {
            return Struct.parseFrom(values.get(0));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("field " + NUMBER + " isn't dsctl's", e);
        }
    }
}
