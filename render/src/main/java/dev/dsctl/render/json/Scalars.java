package dev.dsctl.render.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;

/** Single values as protobuf JSON allows to write them: numbers may be text, enums may be numbers, either base64 alphabet is fine. */
final class Scalars {

    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private Scalars() {}

    /** @throws IllegalArgumentException or ClassCastException when the value isn't one of the field's */
    static Object read(FieldDescriptor field, Object json) {
        if (json == null && field.getJavaType() != FieldDescriptor.JavaType.ENUM) {
            throw new IllegalArgumentException("null");
        }
        return switch (field.getType()) {
            case STRING -> (String) json;
            case BYTES -> bytes((String) json);
            case BOOL -> bool(json);
            case INT32, SINT32, SFIXED32 -> (int) ranged(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT32, FIXED32 -> (int) ranged(json, 0, 0xffffffffL);
            case INT64, SINT64, SFIXED64 -> signed(whole(json));
            case UINT64, FIXED64 -> unsigned(whole(json));
            case FLOAT -> (float) fraction(json);
            case DOUBLE -> fraction(json);
            case ENUM -> enumValue(field.getEnumType(), json);
            case MESSAGE, GROUP -> throw new IllegalArgumentException("a message");
        };
    }

    /** What a field of this type wants, for messages. */
    static String describe(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> "text";
            case BYTE_STRING -> "base64";
            case BOOLEAN -> "true or false";
            case INT, LONG -> "a whole number";
            case FLOAT, DOUBLE -> "a number";
            case ENUM -> "one of " + String.join(", ", names(field.getEnumType()));
            case MESSAGE -> "an object";
        };
    }

    private static Iterable<String> names(EnumDescriptor type) {
        return type.getValues().stream().map(EnumValueDescriptor::getName).toList();
    }

    private static ByteString bytes(String text) {
        return ByteString.copyFrom(
                Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
    }

    private static Boolean bool(Object json) {
        if (json instanceof String text && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        return (Boolean) json;
    }

    private static long ranged(Object json, long min, long max) {
        long value = signed(whole(json));
        if (value < min || value > max) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static long signed(BigInteger value) {
        if (value.bitLength() > 63) {
            throw new IllegalArgumentException("out of range");
        }
        return value.longValue();
    }

    private static long unsigned(BigInteger value) {
        if (value.signum() < 0 || value.compareTo(TWO_64) >= 0) {
            throw new IllegalArgumentException("out of range");
        }
        return value.longValue();
    }

    private static BigInteger whole(Object json) {
        try {
            return json instanceof Long small
                    ? BigInteger.valueOf(small)
                    : new BigDecimal(json.toString()).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static double fraction(Object json) {
        return json instanceof Number number ? number.doubleValue() : Double.parseDouble((String) json);
    }

    private static EnumValueDescriptor enumValue(EnumDescriptor type, Object json) {
        if (json == null && type.getFullName().equals("google.protobuf.NullValue")) {
            return type.getValues().get(0);
        }
        EnumValueDescriptor value = json instanceof String name
                ? type.findValueByName(name)
                : type.findValueByNumberCreatingIfUnknown((int) ranged(json, Integer.MIN_VALUE, Integer.MAX_VALUE));
        if (value == null) {
            throw new IllegalArgumentException("no such name");
        }
        return value;
    }
}
