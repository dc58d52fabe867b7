package dev.dsctl.render.json;

import java.io.IOException;

/** YAML text under construction, which knows the column it has come to. */
final class YamlText {

    private final StringBuilder text = new StringBuilder();
    private int column;

    void put(String part) {
        text.append(part);
        column += part.codePointCount(0, part.length());
    }

    void put(int codePoint) {
        text.appendCodePoint(codePoint);
        column++;
    }

    /** Ends the line, unless it is empty. */
    void line() {
        if (column > 0) {
            lineBreak();
        }
    }

    void lineBreak() {
        text.append('\n');
        column = 0;
    }

    /** Blanks up to a column. */
    void indent(int to) {
        while (column < to) {
            text.append(' ');
            column++;
        }
    }

    int column() {
        return column;
    }

    int length() {
        return text.length();
    }

    void moveTo(Appendable out) throws IOException {
        out.append(text);
        text.setLength(0);
    }
}
