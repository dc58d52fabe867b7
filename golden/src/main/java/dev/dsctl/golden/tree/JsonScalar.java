package dev.dsctl.golden.tree;

import java.math.BigDecimal;

/** A string, number, boolean or null. */
public final class JsonScalar implements Json {

    /** The JSON type of a scalar. */
    public enum Type {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    private final Type type;
    private final String text;
    private final int line;

    private JsonScalar(Type type, String text, int line) {
        this.type = type;
        this.text = text;
        this.line = line;
    }

    /** A string. */
    public static JsonScalar string(String text, int line) {
        return new JsonScalar(Type.STRING, text, line);
    }

    /** A string that was not read from a file. */
    public static JsonScalar string(String text) {
        return string(text, 0);
    }

    /** A number, from its JSON text. */
    public static JsonScalar number(String text, int line) {
        return new JsonScalar(Type.NUMBER, canonical(text), line);
    }

    /** A whole number that was not read from a file. */
    public static JsonScalar number(long value) {
        return new JsonScalar(Type.NUMBER, Long.toString(value), 0);
    }

    /** A truth value that was not read from a file. */
    public static JsonScalar bool(boolean value) {
        return literal(Boolean.toString(value), 0);
    }

    /** {@code true}, {@code false} or {@code null}, from the JSON text. */
    static JsonScalar literal(String text, int line) {
        return new JsonScalar(text.equals("null") ? Type.NULL : Type.BOOLEAN, text, line);
    }

    private static String canonical(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                BigDecimal value = new BigDecimal(number).stripTrailingZeros();
                return value.scale() <= 0 && value.precision() - value.scale() <= 20
                        ? value.toBigInteger().toString()
                        : value.toString();
            }
        }
        return number.equals("-0") ? "0" : number;
    }

    /** The JSON type. */
    public Type type() {
        return type;
    }

    /** The value as text: a string without quotes, a number in its shortest form, {@code true}, {@code false}, {@code null}. */
    public String text() {
        return text;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonScalar that && type == that.type && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return 31 * type.ordinal() + text.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }
}
