package dev.dsctl.render.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One message in protobuf's binary form, as the message's own class writes it when fields are given in the order of their numbers. Values are
 * what {@link Scalars} reads, and messages in binary form.
 */
final class BinaryWriter {

    private static final int USUAL_SIZE = 128;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, USUAL_SIZE);

    byte[] bytes() {
        run(out::flush);
        return bytes.toByteArray();
    }

    /** A field that has one value. The value that stands for an absent field isn't written, as the field's message wouldn't. */
    void single(FieldDescriptor field, Object value) {
        if (field.hasPresence() || !value.equals(field.getDefaultValue())) {
            value(field, value);
        }
    }

    /** A field that has a list of values. */
    void list(FieldDescriptor field, List<Object> values) {
        if (!field.isPacked()) {
            values.forEach(value -> value(field, value));
        } else if (!values.isEmpty()) {
            BinaryWriter packed = new BinaryWriter();
            values.forEach(value -> run(() -> packed.content(field, value)));
            message(field.getNumber(), packed.bytes());
        }
    }

    /** A message in a field of this number. */
    void message(int number, byte[] message) {
        run(() -> out.writeByteArray(number, message));
    }

    /** A value, whichever it is. */
    void value(FieldDescriptor field, Object value) {
        run(() -> {
            out.writeTag(field.getNumber(), field.getLiteType().getWireType());
            content(field, value);
        });
    }

    private void content(FieldDescriptor field, Object value) throws IOException {
        switch (field.getType()) {
            case STRING -> out.writeStringNoTag((String) value);
            case BYTES -> out.writeBytesNoTag((ByteString) value);
            case MESSAGE -> out.writeByteArrayNoTag((byte[]) value);
            case BOOL -> out.writeBoolNoTag((Boolean) value);
            case ENUM -> out.writeEnumNoTag(((EnumValueDescriptor) value).getNumber());
            case FLOAT -> out.writeFloatNoTag((Float) value);
            case DOUBLE -> out.writeDoubleNoTag((Double) value);
            case INT32 -> out.writeInt32NoTag((Integer) value);
            case UINT32 -> out.writeUInt32NoTag((Integer) value);
            case SINT32 -> out.writeSInt32NoTag((Integer) value);
            case FIXED32, SFIXED32 -> out.writeFixed32NoTag((Integer) value);
            case INT64, UINT64 -> out.writeUInt64NoTag((Long) value);
            case SINT64 -> out.writeSInt64NoTag((Long) value);
            case FIXED64, SFIXED64 -> out.writeFixed64NoTag((Long) value);
            case GROUP -> throw new IllegalArgumentException("no message of Envoy's has groups");
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
