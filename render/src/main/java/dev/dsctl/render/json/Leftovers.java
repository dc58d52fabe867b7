package dev.dsctl.render.json;

import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;

/**
 * JSON members that a message's type doesn't have, kept with the message so that they are compared and printed.
 *
 * <p>A newer Envoy may have fields and filters that the message classes here don't know. What can't be a field stays JSON, in
 * an unknown field whose number no .proto file may use.
 */
final class Leftovers {

    /** The first of the numbers that protobuf reserves for itself. */
    static final int NUMBER = 19000;

    private Leftovers() {}

    static void keep(Message.Builder message, Struct members) {
        UnknownFieldSet.Field field = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(members.toByteString())
                .build();
        message.setUnknownFields(
                UnknownFieldSet.newBuilder().addField(NUMBER, field).build());
    }
}
