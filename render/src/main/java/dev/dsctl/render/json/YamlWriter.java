package dev.dsctl.render.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * JSON values as YAML, as istioctl and kubectl write them (sigs.k8s.io/yaml): keys in their natural order, lists not indented
 * below their key, text folded at blanks beyond column 80.
 */
public final class YamlWriter {

    private static final int STEP = 2;
    private static final int FULL = 1 << 14;

    /** Numbers that aren't whole are written with an exponent from here on. */
    private static final double LARGE = 1e6;

    private static final double SMALL = 1e-4;

    private final Appendable out;
    private final YamlText text = new YamlText();

    /** Writes to a character stream. */
    public YamlWriter(Appendable out) {
        this.out = out;
    }

    /** Writes a whole document: a value as {@link JsonObject} describes them. */
    public void document(Object value) throws IOException {
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            mapping(object, 0);
        } else if (value instanceof List<?> items && !items.isEmpty()) {
            for (Object item : items) {
                item(item);
            }
        } else {
            small(value, 0);
            text.line();
        }
        flush();
    }

    /** Writes one item of a document that is a list. */
    public void item(Object value) throws IOException {
        entry(value, 0);
        if (text.length() > FULL) {
            flush();
        }
    }

    /** Hands everything written so far to the stream. */
    public void flush() throws IOException {
        text.moveTo(out);
    }

    /** A dash and what follows it; the line may have begun. */
    private void entry(Object value, int indent) {
        text.indent(indent);
        text.put("-");
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            text.put(" ");
            mapping(object, indent + STEP);
        } else if (value instanceof List<?> items && !items.isEmpty()) {
            text.put(" ");
            items.forEach(item -> entry(item, indent + STEP));
        } else {
            text.put(" ");
            small(value, indent);
            text.line();
        }
    }

    private void mapping(JsonObject object, int indent) {
        object.members().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(NaturalOrder.KEYS))
                .forEach(member -> member(member.getKey(), member.getValue(), indent));
    }

    private void member(String name, Object value, int indent) {
        text.indent(indent);
        YamlScalar.key(name, text);
        text.put(":");
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            text.line();
            mapping(object, indent + STEP);
        } else if (value instanceof List<?> items && !items.isEmpty()) {
            text.line();
            items.forEach(item -> entry(item, indent));
        } else {
            text.put(" ");
            small(value, indent);
            text.line();
        }
    }

    /** A value that stands behind its key or dash. */
    private void small(Object value, int indent) {
        if (value instanceof String string) {
            YamlScalar.value(string, indent + STEP, text);
        } else if (value instanceof JsonObject) {
            text.put("{}");
        } else if (value instanceof List<?>) {
            text.put("[]");
        } else if (value instanceof Double number) {
            text.put(number(number));
        } else {
            text.put(String.valueOf(value));
        }
    }

    private static String number(double value) {
        double size = Math.abs(value);
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (value == 0 || (size >= SMALL && size < LARGE)) {
            return value == 0 ? "0" : digits.toPlainString();
        }
        String[] parts = Decimals.exponential(digits).split("(?<=e[+-])");
        return parts[0] + (parts[1].length() == 1 ? "0" : "") + parts[1];
    }
}
