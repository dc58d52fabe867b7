package dev.dsctl.render.json;

/** Double-quoted text in YAML. */
final class YamlEscapes {

    private YamlEscapes() {}

    /** Whether a sign may stand in YAML as it is. */
    static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7e)
                || (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029)
                || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff);
    }

    /** Writes the text between the quotes. */
    static void write(String value, int indent, YamlText out) {
        boolean afterSpace = false;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            boolean space = c == ' ';
            if (space && !afterSpace && YamlScalar.mayFold(value, i, indent, out)) {
                out.lineBreak();
                out.indent(indent);
                if (value.charAt(i + 1) == ' ') {
                    out.put("\\");
                }
            } else if (c == '"' || c == '\\' || c == '\n' || !isPrintable(c)) {
                out.put(escape(c));
            } else {
                out.put(c);
            }
            afterSpace = space;
        }
    }

    private static String escape(int c) {
        return switch (c) {
            case 0 -> "\\0";
            case 0x07 -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case 0x0b -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case 0x1b -> "\\e";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0x85 -> "\\N";
            case 0x2028 -> "\\L";
            case 0x2029 -> "\\P";
            default -> c <= 0xff ? hex("\\x%02X", c) : c <= 0xffff ? hex("\\u%04X", c) : hex("\\U%08X", c);
        };
    }

    private static String hex(String format, int c) {
        return String.format(java.util.Locale.ROOT, format, c);
    }
}
