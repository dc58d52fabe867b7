package dev.dsctl.render.telemetry;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.dsctl.model.manifest.Node;

/** What a manifest says as a protobuf struct. */
final class Structs {

    private Structs() {}

    static Struct of(Node.Mapping mapping) {
        Struct.Builder struct = Struct.newBuilder();
        mapping.entries().forEach((key, value) -> struct.putFields(key, value(value)));
        return struct.build();
    }

    private static Value value(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return Value.newBuilder().setStructValue(of(mapping)).build();
        }
        if (node instanceof Node.Sequence sequence) {
            ListValue.Builder list = ListValue.newBuilder();
            sequence.items().forEach(item -> list.addValues(value(item)));
            return Value.newBuilder().setListValue(list).build();
        }
        Object scalar = ((Node.Scalar) node).value();
        Value.Builder value = Value.newBuilder();
        if (scalar instanceof Boolean bool) {
            return value.setBoolValue(bool).build();
        }
        if (scalar instanceof Number number) {
            return value.setNumberValue(number.doubleValue()).build();
        }
        return scalar == null
                ? value.setNullValue(NullValue.NULL_VALUE).build()
                : value.setStringValue((String) scalar).build();
    }
}
