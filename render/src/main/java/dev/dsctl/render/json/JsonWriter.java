package dev.dsctl.render.json;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON text in UTF-8, token by token, indented, to a stream.
 *
 * <p>Text is escaped only where JSON demands it, so that {@code <}, {@code &} and {@code =} read as they are. The caller is
 * trusted to write tokens in an order that is JSON.
 */
public final class JsonWriter {

    private static final int FULL = 1 << 15;

    /** What most single messages fit into; a writer of many has grown to what is full soon. */
    private static final int FIRST = 1 << 12;

    private static final int DEEPEST = 64;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** The most bytes that one {@code char} can take: a control character as {@code \\u001f}. */
    private static final int WIDEST = 6;

    private final OutputStream out;
    private final int indent;
    private final byte[] blanks;
    private byte[] buffer = new byte[FIRST];
    private int size;
    private int depth;
    private boolean empty;

    /** Where text begins that must stay in the buffer; negative for none. */
    private int mark = -1;

    /** A writer that indents each level by so many blanks. The stream needs no buffer. */
    public JsonWriter(OutputStream out, int indent) {
        this.out = out;
        this.indent = indent;
        this.blanks = new byte[indent * DEEPEST];
        Arrays.fill(blanks, (byte) ' ');
    }

    /** A writer of a value that will stand so many levels deep in another text, see {@link #raw}. */
    public JsonWriter(OutputStream out, int indent, int depth) {
        this(out, indent);
        this.depth = depth;
    }

    /** A value that another writer has written, for this depth. */
    public void raw(byte[] value) throws IOException {
        put(value, value.length);
        if (size > FULL) {
            flush();
        }
    }

    int depth() {
        return depth;
    }

    /** What is written from here on will be asked for by {@link #marked}. */
    void mark() {
        mark = size;
    }

    /** What was written since {@link #mark}. */
    byte[] marked() {
        byte[] text = Arrays.copyOfRange(buffer, mark, size);
        mark = -1;
        return text;
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
        put(':');
        put(' ');
    }

    /** The name of the next value of an object, as {@link #quoted} has made it. */
    void name(byte[] quoted) {
        next();
        put(quoted, quoted.length);
    }

    /** An identifier with its quotes and colon. */
    static byte[] quoted(String identifier) {
        return ("\"" + identifier + "\": ").getBytes(StandardCharsets.US_ASCII);
    }

    /** The next value of an array follows. */
    public void element() {
        next();
    }

    /** A text value. */
    public void text(String value) {
        quote(value);
    }

    /** A text value, given as UTF-8 between two positions of an array. */
    void text(byte[] utf8, int from, int to) {
        reserve((to - from) * WIDEST + 2);
        buffer[size++] = '"';
        for (int i = from; i < to; i++) {
            byte b = utf8[i];
            if ((b >= ' ' || b < 0) && b != '"' && b != '\\') {
                buffer[size++] = b;
            } else {
                escape((char) b);
            }
        }
        buffer[size++] = '"';
    }

    /** A whole number, {@code true}, {@code false} or {@code null}. */
    public void literal(Object value) {
        ascii(String.valueOf(value));
    }

    /** A number as JavaScript prints it: without {@code .0}, with an exponent only when very large or very small. */
    public void number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            quote(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        } else {
            ascii(Decimals.text(new BigDecimal(Double.toString(value)), value));
        }
    }

    /** A single-precision number, with no more digits than it holds. */
    public void number(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            number((double) value);
        } else {
            ascii(Decimals.text(new BigDecimal(Float.toString(value)), value));
        }
    }

    /** Hands everything written so far to the stream. */
    public void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    /** Ends the text with a line break and hands it to the stream. */
    public void finish() throws IOException {
        put('\n');
        flush();
    }

    private void open(char bracket) {
        put(bracket);
        depth++;
        empty = true;
    }

    private void close(char bracket) throws IOException {
        depth--;
        if (!empty) {
            line();
        }
        put(bracket);
        empty = false;
        if (size > FULL && mark < 0) {
            flush();
        }
    }

    private void next() {
        if (!empty) {
            put(',');
        }
        empty = false;
        line();
    }

    private void line() {
        put('\n');
        int width = depth * indent;
        while (width > 0) {
            int part = Math.min(width, blanks.length);
            put(blanks, part);
            width -= part;
        }
    }

    private void reserve(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    private void put(char c) {
        reserve(1);
        buffer[size++] = (byte) c;
    }

    private void put(byte[] bytes, int length) {
        reserve(length);
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
    }

    private void ascii(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            buffer[size++] = (byte) text.charAt(i);
        }
    }

    private void quote(String value) {
        int length = value.length();
        reserve(length * WIDEST + 2);
        byte[] bytes = buffer;
        int at = size;
        bytes[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                bytes[at++] = (byte) c;
            } else {
                size = at;
                i += special(value, i);
                at = size;
            }
        }
        bytes[at++] = '"';
        size = at;
    }

    /** Writes a character that isn't itself in ASCII; how many more {@code char}s it took. */
    private int special(String value, int i) {
        char c = value.charAt(i);
        if (c < 0x80 && c != 0x7f) {
            escape(c);
            return 0;
        }
        int end = value.offsetByCodePoints(i, 1);
        byte[] utf8 = value.substring(i, end).getBytes(StandardCharsets.UTF_8);
        put(utf8, utf8.length);
        return end - i - 1;
    }

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '\b' -> put('b');
            case '\f' -> put('f');
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            case '"', '\\' -> put(c);
            default -> {
                ascii("u00");
                put((char) HEX[c >> 4]);
                put((char) HEX[c & 15]);
            }
        }
    }
}
