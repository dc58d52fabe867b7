package dev.dsctl.model.manifest;

import java.nio.charset.StandardCharsets;

/**
 * Reads literal block scalars, in which kubectl keeps what was last applied and ConfigMaps their files, for {@link BlockYaml}: those whose
 * indentation their first line tells, with one line break at the end.
 */
final class LiteralYaml {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int lines;

    /** A scalar whose first line begins at {@code from}. */
    LiteralYaml(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Where the line after the last one with text begins. */
    int at() {
        return at;
    }

    /** How many lines stand before that. */
    int lines() {
        return lines;
    }

    /** The text below a key or dash in a column. */
    String text(int column) {
        int indent = indent(column);
        StringBuilder text = new StringBuilder();
        int blank = 0;
        int from = at;
        for (int seen = 1; from < end; seen++) {
            int spaces = spaces(from);
            int to = lineEnd(from);
            if (from + spaces == to && spaces <= indent) {
                blank++;
            } else if (spaces < indent) {
                break;
            } else {
                requireLineFeed(to);
                text.append("\n".repeat(blank))
                        .append(new String(bytes, from + indent, to + 1 - from - indent, StandardCharsets.ISO_8859_1));
                blank = 0;
                at = to + 1;
                lines = seen;
            }
            from = to + 1;
        }
        return text.toString();
    }

    /** How far the first line with text is indented. */
    private int indent(int column) {
        int widest = 0;
        for (int from = at; from < end; from = lineEnd(from) + 1) {
            int spaces = spaces(from);
            if (from + spaces < lineEnd(from)) {
                if (spaces <= column || spaces < widest) {
                    throw UnusualYaml.INSTANCE;
                }
                return spaces;
            }
            widest = Math.max(widest, spaces);
        }
        throw UnusualYaml.INSTANCE;
    }

    private void requireLineFeed(int to) {
        if (to == end || bytes[to - 1] == '\r') {
            throw UnusualYaml.INSTANCE;
        }
    }

    private int spaces(int from) {
        int to = from;
        while (to < end && bytes[to] == ' ') {
            to++;
        }
        return to - from;
    }

    private int lineEnd(int from) {
        int to = from;
        while (to < end && bytes[to] != '\n') {
            to++;
        }
        return to;
    }
}
