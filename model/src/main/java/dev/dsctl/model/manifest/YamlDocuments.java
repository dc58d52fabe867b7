package dev.dsctl.model.manifest;

/**
 * Cuts a YAML stream at the lines that begin with {@code ---}; parts with nothing but blank lines, comments and markers are left out. In
 * YAML such a line can't be part of a value, so the cut is exact.
 */
final class YamlDocuments {

    private final byte[] bytes;
    private int start;
    private int end;
    private int line;
    private int endLine;
    private boolean plainText;

    YamlDocuments(byte[] bytes, int firstLine) {
        this.bytes = bytes;
        this.end = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        this.endLine = firstLine;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** The 1-based line on which the part begins. */
    int line() {
        return line;
    }

    /** Whether the part has only printable ASCII, with line feeds (or carriage returns before them) between its lines. */
    boolean isPlainText() {
        return plainText;
    }

    /** Moves to the next part that has something in it. */
    boolean next() {
        while (end < bytes.length) {
            start = end;
            line = endLine;
            if (advance()) {
                return true;
            }
        }
        return false;
    }

    /** Sets the end of the part and says whether it has content. */
    private boolean advance() {
        boolean content = false;
        plainText = true;
        boolean directive = false;
        int at = start;
        do {
            boolean marker = isMarker(at);
            content |= hasContent(marker || isEnd(at) ? at + 3 : at);
            directive |= at < bytes.length && bytes[at] == '%';
            at = nextLine(at);
            endLine++;
        } while (at < bytes.length && !(isMarker(at) && !pending(content, directive)));
        end = at;
        return content;
    }

    /** A {@code %YAML} line belongs to the document after the marker. */
    private static boolean pending(boolean content, boolean directive) {
        return directive && !content;
    }

    private boolean isMarker(int at) {
        return isThree(at, '-');
    }

    private boolean isEnd(int at) {
        return isThree(at, '.');
    }

    private boolean isThree(int at, char c) {
        return at + 2 < bytes.length
                && bytes[at] == c
                && bytes[at + 1] == c
                && bytes[at + 2] == c
                && (at + 3 == bytes.length || (bytes[at + 3] <= ' ' && bytes[at + 3] >= 0));
    }

    private boolean hasContent(int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at < bytes.length && bytes[at] != '\n' && bytes[at] != '#' && (at > from || bytes[at] != '%');
    }

    private boolean isLineBreak(int at) {
        return bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
    }

    private int nextLine(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            plainText &= (bytes[at] >= ' ' && bytes[at] < 0x7f) || isLineBreak(at);
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }
}
