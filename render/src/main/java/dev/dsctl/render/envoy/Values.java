package dev.dsctl.render.envoy;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.type.v3.Percent;
import java.time.Duration;
import java.util.List;

/** Protobuf's well-known small messages. */
public final class Values {

    private static final UInt32Value ONE = UInt32Value.of(1);
    private static final UInt32Value MAX = UInt32Value.of(-1);

    private Values() {}

    /** An unsigned number that may be unset, from its unsigned value. */
    public static UInt32Value uint32(long number) {
        if (number == 1) {
            return ONE;
        }
        return number == 0xFFFF_FFFFL ? MAX : UInt32Value.of((int) number);
    }

    /** An unsigned number that may be unset. */
    public static UInt64Value uint64(long number) {
        return UInt64Value.of(number);
    }

    /** A duration. */
    public static com.google.protobuf.Duration duration(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }

    /** A percentage, 0 to 100. */
    public static Percent percent(double value) {
        return Percent.newBuilder().setValue(value).build();
    }

    /** A text in a struct. */
    public static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    /** A boolean in a struct. */
    public static Value bool(boolean bool) {
        return Value.newBuilder().setBoolValue(bool).build();
    }

    /** A number in a struct. */
    public static Value number(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }

    /** A list in a struct. */
    public static Value list(List<Value> items) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(items))
                .build();
    }

    /** A struct in a struct. */
    public static Value struct(Struct struct) {
        return Value.newBuilder().setStructValue(struct).build();
    }

    /** A struct of one text. */
    public static Struct struct(String name, String text) {
        return Struct.newBuilder().putFields(name, text(text)).build();
    }
}
