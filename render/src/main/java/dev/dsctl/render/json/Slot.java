package dev.dsctl.render.json;

import com.google.protobuf.Descriptors.FieldDescriptor;

/** A field of a message type, with what printing it again and again asks of its descriptor. */
final class Slot {

    private final FieldDescriptor field;
    private final FieldDescriptor.Type type;
    private final int wireType;
    private final boolean repeated;
    private final boolean map;

    // Made when first printed: most fields of most types never are. Threads that race for one make equal ones.
    private byte[] jsonName;
    private byte[] protoName;

    Slot(FieldDescriptor field) {
        this.field = field;
        this.type = field.getType();
        this.wireType = field.getLiteType().getWireType();
        this.repeated = field.isRepeated();
        this.map = repeated && field.isMapField();
    }

    FieldDescriptor field() {
        return field;
    }

    FieldDescriptor.Type type() {
        return type;
    }

    boolean repeated() {
        return repeated;
    }

    boolean map() {
        return map;
    }

    /** Its name with quotes and colon, in {@code lowerCamelCase}. */
    byte[] jsonName() {
        byte[] name = jsonName;
        if (name == null) {
            name = JsonWriter.quoted(field.getJsonName());
            jsonName = name;
        }
        return name;
    }

    /** Its name with quotes and colon, as in the .proto file. */
    byte[] protoName() {
        byte[] name = protoName;
        if (name == null) {
            name = JsonWriter.quoted(field.getName());
            protoName = name;
        }
        return name;
    }

    /** The wire type of its values: numbers of the binary form. */
    int wireType() {
        return wireType;
    }
}
