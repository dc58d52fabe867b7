package dev.dsctl.render.json;

import java.io.IOException;
import java.math.BigDecimal;

/**
 * JSON text, token by token, indented, to a character stream.
 *
 * <p>Text is escaped only where JSON demands it, so that {@code <}, {@code &} and {@code =} read as they are. The caller is
 * trusted to write tokens in an order that is JSON.
 */
public final class JsonWriter {

    private static final int FULL = 1 << 14;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Appendable out;
    private final String step;
    private final StringBuilder buffer = new StringBuilder(FULL + 1024);
    private int depth;
    private boolean empty;

    /** A writer that indents each level by so many blanks. */
    public JsonWriter(Appendable out, int indent) {
        this.out = out;
        this.step = " ".repeat(indent);
    }

    /** Opens an object, as a value. */
    public void beginObject() {
        open('{');
    }

    /** Closes the innermost object. */
    public void endObject() throws IOException {
        close('}');
    }

    /** Opens an array, as a value. */
    public void beginArray() {
        open('[');
    }

    /** Closes the innermost array. */
    public void endArray() throws IOException {
        close(']');
    }

    /** The name of the next value of an object. */
    public void name(String name) {
        next();
        quote(name);
        buffer.append(": ");
    }

    /** The next value of an array follows. */
    public void element() {
        next();
    }

    /** A text value. */
    public void text(String value) {
        quote(value);
    }

    /** A whole number, {@code true}, {@code false} or {@code null}. */
    public void literal(Object value) {
        buffer.append(value);
    }

    /** A number as JavaScript prints it: without {@code .0}, with an exponent only when very large or very small. */
    public void number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            quote(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        } else {
            buffer.append(decimal(new BigDecimal(Double.toString(value)), value));
        }
    }

    /** A single-precision number, with no more digits than it holds. */
    public void number(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            number((double) value);
        } else {
            buffer.append(decimal(new BigDecimal(Float.toString(value)), value));
        }
    }

    /** Hands everything written so far to the stream. */
    public void flush() throws IOException {
        out.append(buffer);
        buffer.setLength(0);
    }

    /** Ends the text with a line break and hands it to the stream. */
    public void finish() throws IOException {
        buffer.append('\n');
        flush();
    }

    private void open(char bracket) {
        buffer.append(bracket);
        depth++;
        empty = true;
    }

    private void close(char bracket) throws IOException {
        depth--;
        if (!empty) {
            line();
        }
        buffer.append(bracket);
        empty = false;
        if (buffer.length() > FULL) {
            flush();
        }
    }

    private void next() {
        if (!empty) {
            buffer.append(',');
        }
        empty = false;
        line();
    }

    private void line() {
        buffer.append('\n');
        for (int i = 0; i < depth; i++) {
            buffer.append(step);
        }
    }

    private static String decimal(BigDecimal exact, double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = exact.stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= 1e-6 && size < 1e21) {
            return digits.toPlainString();
        }
        return exponential(digits);
    }

    /** One digit, the other digits after a point, and the exponent with its sign. */
    static String exponential(BigDecimal digits) {
        String mantissa = digits.unscaledValue().toString();
        int sign = mantissa.startsWith("-") ? 1 : 0;
        int exponent = mantissa.length() - sign - 1 - digits.scale();
        String rest = mantissa.substring(sign + 1);
        return mantissa.substring(0, sign + 1)
                + (rest.isEmpty() ? "" : "." + rest)
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    private void quote(String value) {
        buffer.append('"');
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                buffer.append(value, done, i);
                escape(c);
                done = i + 1;
            }
        }
        buffer.append(value, done, value.length()).append('"');
    }

    private void escape(char c) {
        buffer.append('\\');
        switch (c) {
            case '\b' -> buffer.append('b');
            case '\f' -> buffer.append('f');
            case '\n' -> buffer.append('n');
            case '\r' -> buffer.append('r');
            case '\t' -> buffer.append('t');
            case '"', '\\' -> buffer.append(c);
            default -> buffer.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
