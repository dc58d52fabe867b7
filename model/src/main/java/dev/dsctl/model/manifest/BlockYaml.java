package dev.dsctl.model.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the plain block style that controllers, Helm and {@code kubectl get} write: keys, indented mappings, dashes, literal
 * texts, scalars and flow collections on one line. It is several times as fast as a complete YAML parser, cold above all, and gives the same nodes. Anything
 * else (aliases, folded text, escapes, mistakes) it leaves to {@link YamlComposer} by returning null for the whole document.
 */
final class BlockYaml {

    private static final int END = -1;

    private final byte[] bytes;
    private final int end;
    private final Strings strings;
    private int at;
    private int indent;
    private int line;

    private BlockYaml(byte[] bytes, YamlDocuments part, Strings strings) {
        this.bytes = bytes;
        this.at = part.start();
        this.end = part.start() + part.length();
        this.line = part.line() - 1;
        this.strings = strings;
    }

    /** The root of the document, or null when it isn't in plain block style. */
    static Node.Mapping read(byte[] bytes, YamlDocuments part, Strings strings) {
        if (!part.isPlainText()) {
            return null;
        }
        try {
            return new BlockYaml(bytes, part, strings).document();
        } catch (UnusualYaml e) {
            return null;
        }
    }

    private Node.Mapping document() {
        nextLine();
        if (indent == 0 && startsMarker()) {
            at += 3;
            endOfLine(at);
            nextLine();
        }
        Node.Mapping root = mapping(line, 1);
        if (indent != END) {
            throw UnusualYaml.INSTANCE;
        }
        return root;
    }

    private boolean startsMarker() {
        return at + 2 < end && bytes[at] == '-' && bytes[at + 1] == '-' && bytes[at + 2] == '-';
    }

    /** Moves to the next line with something on it. {@code at} stands at the end of a line or at the start of the document. */
    private void nextLine() {
        while (at < end) {
            line++;
            int start = at;
            while (at < end && bytes[at] == ' ') {
                at++;
            }
            if (at < end && bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != '#') {
                indent = at - start;
                return;
            }
            skipLine();
        }
        indent = END;
    }

    private void skipLine() {
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        at++;
    }

    /** The mapping whose first key stands at the current place. */
    private Node.Mapping mapping(int firstLine, int depth) {
        if (depth >= Limits.DEPTH || indent == END) {
            throw UnusualYaml.INSTANCE;
        }
        int column = indent;
        FieldMap.Builder fields = new FieldMap.Builder();
        while (indent == column && !isDash(at)) {
            int keyLine = line;
            String key = key();
            Node value = isEndOfLine() ? nested(column, keyLine, depth) : inline(column, keyLine, depth);
            if (fields.put(key, value) != null) {
                throw UnusualYaml.INSTANCE;
            }
        }
        if (indent > column) {
            throw UnusualYaml.INSTANCE;
        }
        return new Node.Mapping(firstLine, fields.build());
    }

    /** The list whose first dash stands at the current place. */
    private Node.Sequence sequence(int firstLine, int depth) {
        if (depth >= Limits.DEPTH) {
            throw UnusualYaml.INSTANCE;
        }
        int column = indent;
        List<Node> items = new ArrayList<>(2);
        while (indent == column && isDash(at)) {
            at++;
            items.add(item(column, depth));
        }
        if (indent > column) {
            throw UnusualYaml.INSTANCE;
        }
        return new Node.Sequence(firstLine, List.copyOf(items));
    }

    private Node item(int column, int depth) {
        int dash = at - 1;
        int itemLine = line;
        if (isEndOfLine()) {
            throw UnusualYaml.INSTANCE;
        }
        skipSpaces();
        if (!isKey()) {
            return inline(column, itemLine, depth);
        }
        indent = column + at - dash;
        return mapping(itemLine, depth + 1);
    }

    /** What stands below a key that has nothing after it. */
    private Node nested(int column, int keyLine, int depth) {
        skipLine();
        nextLine();
        if (indent > column) {
            return isDash(at) ? sequence(keyLine, depth + 1) : mapping(keyLine, depth + 1);
        }
        if (indent == column && isDash(at)) {
            return sequence(keyLine, depth + 1);
        }
        return new Node.Scalar(keyLine, null, "");
    }

    /** A value on the line of its key or dash; what follows must not be indented deeper, or it would go on there. */
    private Node inline(int column, int keyLine, int depth) {
        skipSpaces();
        Node value = switch (bytes[at]) {
            case '\'', '"' -> quoted(keyLine);
            case '{', '[' -> flow(depth, keyLine);
            case '|' -> literal(column, keyLine);
            default -> plain(keyLine);
        };
        nextLine();
        if (indent > column) {
            throw UnusualYaml.INSTANCE;
        }
        return value;
    }

    private Node quoted(int keyLine) {
        byte quote = bytes[at];
        int start = at + 1;
        int close = start;
        while (close < end && bytes[close] != quote) {
            if (bytes[close] == '\n' || (bytes[close] == '\\' && quote == '"')) {
                throw UnusualYaml.INSTANCE;
            }
            close++;
        }
        endOfLine(close + 1);
        String text = strings.shared(bytes, start, Math.min(close, end));
        return new Node.Scalar(keyLine, text, text);
    }

    private Node flow(int depth, int keyLine) {
        FlowYaml flow = new FlowYaml(bytes, at, end, keyLine, strings);
        Node collection = flow.collection(depth + 1);
        endOfLine(flow.at());
        return collection;
    }

    private Node literal(int column, int keyLine) {
        boolean isStripped = at + 1 < end && bytes[at + 1] == '-';
        endOfLine(at + (isStripped ? 2 : 1));
        LiteralYaml literal = new LiteralYaml(bytes, at, end);
        String lines = literal.text(column);
        at = literal.at();
        line += literal.lines();
        String text = strings.shared(isStripped ? lines.substring(0, lines.length() - 1) : lines);
        return new Node.Scalar(keyLine, text, text);
    }

    private Node plain(int keyLine) {
        int start = at;
        if (!startsPlain(start)) {
            throw UnusualYaml.INSTANCE;
        }
        int last = start;
        int to = start;
        for (; to < end && bytes[to] != '\n' && bytes[to] != '\r'; to++) {
            byte b = bytes[to];
            if (b == ':' && isBlank(to + 1)) {
                throw UnusualYaml.INSTANCE;
            }
            if (b == '#' && bytes[to - 1] == ' ') {
                break;
            }
            last = b == ' ' ? last : to;
        }
        at = to;
        skipLine();
        String text = strings.shared(bytes, start, last + 1);
        return new Node.Scalar(keyLine, YamlScalars.plain(text), text);
    }

    /** Whether a plain scalar can begin here, leaving out the rarer ways. */
    private boolean startsPlain(int from) {
        byte b = bytes[from];
        return isWord(b) || b == '/' || b == '.' || b == '+' || b == '~' || (b == '-' && !isBlank(from + 1));
    }

    /** The key at the current place; moves behind its colon. */
    private String key() {
        int colon = keyEnd();
        if (colon < 0) {
            throw UnusualYaml.INSTANCE;
        }
        String key = strings.shared(bytes, at, colon);
        if (!(YamlScalars.plain(key) instanceof String)) {
            throw UnusualYaml.INSTANCE;
        }
        at = colon + 1;
        return key;
    }

    private boolean isKey() {
        return keyEnd() >= 0;
    }

    /** Where the colon of a key stands that begins here, or -1. */
    private int keyEnd() {
        int to = at;
        while (to < end
                && (isWord(bytes[to]) || bytes[to] == '.' || bytes[to] == '/' || (bytes[to] == '-' && to > at))) {
            to++;
        }
        return to > at && to < end && bytes[to] == ':' && isBlank(to + 1) ? to : -1;
    }

    static boolean isWord(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
    }

    private boolean isDash(int from) {
        return from < end && bytes[from] == '-' && isBlank(from + 1);
    }

    private boolean isBlank(int from) {
        return from >= end || bytes[from] == ' ' || bytes[from] == '\n' || bytes[from] == '\r';
    }

    private void skipSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    /** Whether only white space and a comment are left on the line. */
    private boolean isEndOfLine() {
        int to = at;
        while (to < end && bytes[to] == ' ') {
            to++;
        }
        return to >= end || bytes[to] == '\n' || bytes[to] == '\r' || (bytes[to] == '#' && to > at);
    }

    private void endOfLine(int from) {
        at = from;
        if (from > end || !isEndOfLine()) {
            throw UnusualYaml.INSTANCE;
        }
        skipLine();
    }
}
