package dev.dsctl.model.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads flow collections that stand on one line, such as {@code [10.96.0.7, fd00::]} and {@code {app: web}}, for {@link BlockYaml}. As for
 * kubectl, a colon is part of a word unless white space follows it; a complete YAML 1.2 parser would take {@code fd00::} apart here.
 */
final class FlowYaml {

    private final byte[] bytes;
    private final int end;
    private final int line;
    private final Strings strings;
    private int at;

    FlowYaml(byte[] bytes, int from, int end, int line, Strings strings) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.line = line;
        this.strings = strings;
    }

    /** Where what was read ends. */
    int at() {
        return at;
    }

    /** The collection that begins at the current place. */
    Node collection(int depth) {
        if (depth >= Limits.DEPTH) {
            throw UnusualYaml.INSTANCE;
        }
        return bytes[at++] == '[' ? sequence(depth) : mapping(depth);
    }

    private Node sequence(int depth) {
        List<Node> items = new ArrayList<>(2);
        skipSpaces();
        while (peek() != ']') {
            items.add(value(depth));
            comma(']');
        }
        at++;
        return new Node.Sequence(line, List.copyOf(items));
    }

    private Node mapping(int depth) {
        FieldMap.Builder fields = new FieldMap.Builder();
        skipSpaces();
        while (peek() != '}') {
            Node.Scalar key = isQuote(peek()) ? quoted() : plain();
            if (!(key.value() instanceof String name) || peek() != ':' || !isBlank(at + 1)) {
                throw UnusualYaml.INSTANCE;
            }
            at++;
            skipSpaces();
            if (fields.put(name, value(depth)) != null) {
                throw UnusualYaml.INSTANCE;
            }
            comma('}');
        }
        at++;
        return new Node.Mapping(line, fields.build());
    }

    private Node value(int depth) {
        byte b = peek();
        if (b == '[' || b == '{') {
            return collection(depth + 1);
        }
        return isQuote(b) ? quoted() : plain();
    }

    /** Moves behind a comma, or to the end of the collection. */
    private void comma(char close) {
        skipSpaces();
        if (peek() == ',') {
            at++;
            skipSpaces();
        } else if (peek() != close) {
            throw UnusualYaml.INSTANCE;
        }
    }

    private Node.Scalar quoted() {
        byte quote = bytes[at++];
        int start = at;
        while (peek() != quote) {
            if (bytes[at] == '\\' && quote == '"') {
                throw UnusualYaml.INSTANCE;
            }
            at++;
        }
        String text = strings.shared(bytes, start, at);
        at++;
        if (quote == '\'' && peek() == quote) {
            throw UnusualYaml.INSTANCE;
        }
        return new Node.Scalar(line, text, text);
    }

    private Node.Scalar plain() {
        int start = at;
        if (!startsPlain(start)) {
            throw UnusualYaml.INSTANCE;
        }
        int last = start;
        while (!endsPlain(peek())) {
            last = bytes[at] == ' ' ? last : at;
            at++;
        }
        String text = strings.shared(bytes, start, last + 1);
        return new Node.Scalar(line, YamlScalars.plain(text), text);
    }

    private boolean startsPlain(int from) {
        byte b = bytes[from];
        return BlockYaml.isWord(b)
                || b == '/'
                || b == '.'
                || b == '+'
                || b == '~'
                || (b == '-' && from + 1 < end && BlockYaml.isWord(bytes[from + 1]));
    }

    private boolean endsPlain(byte b) {
        return switch (b) {
            case ',', ']', '}' -> true;
            case '[', '{', '?' -> throw UnusualYaml.INSTANCE;
            case ':', '#' -> {
                if (bytes[at - 1] == ' ') {
                    throw UnusualYaml.INSTANCE;
                }
                yield b == ':' && isBlank(at + 1);
            }
            default -> false;
        };
    }

    private static boolean isQuote(byte b) {
        return b == '"' || b == '\'';
    }

    private boolean isBlank(int from) {
        return from < end && bytes[from] == ' ';
    }

    private void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    /** The current character; a collection that doesn't end on its line is left to the complete parser. */
    private byte peek() {
        if (at >= end || bytes[at] == '\n' || bytes[at] == '\r') {
            throw UnusualYaml.INSTANCE;
        }
        return bytes[at];
    }
}
