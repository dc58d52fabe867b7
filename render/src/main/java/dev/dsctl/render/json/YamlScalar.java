package dev.dsctl.render.json;

/** Text in YAML: plain where it can be, else quoted or as a block, by the rules of Go's yaml v2. */
final class YamlScalar {

    private static final int WIDTH = 80;

    private YamlScalar() {}

    /** Writes the key of a mapping, on one line. */
    static void key(String name, YamlText out) {
        write(name, name.indexOf('\n') >= 0 ? Style.DOUBLE : style(name), Integer.MIN_VALUE, out);
    }

    /** Writes a value, whose further lines are indented so far. */
    static void value(String value, int indent, YamlText out) {
        write(value, style(value), indent, out);
    }

    private enum Style {
        PLAIN,
        SINGLE,
        DOUBLE,
        LITERAL
    }

    private static Style style(String value) {
        Traits traits = Traits.of(value);
        if (value.indexOf('\n') >= 0) {
            return traits.blockAllowed() ? Style.LITERAL : Style.DOUBLE;
        }
        if (!YamlResolve.isText(value) || traits.special()) {
            return Style.DOUBLE;
        }
        return traits.plainAllowed() ? Style.PLAIN : Style.SINGLE;
    }

    private static void write(String value, Style style, int indent, YamlText out) {
        switch (style) {
            case PLAIN -> folded(value, indent, out);
            case SINGLE -> {
                out.put("'");
                folded(value.replace("'", "''"), indent, out);
                out.put("'");
            }
            case DOUBLE -> {
                out.put("\"");
                YamlEscapes.write(value, indent, out);
                out.put("\"");
            }
            case LITERAL -> literal(value, indent, out);
        }
    }

    /** Breaks the line at single blanks beyond the width. */
    private static void folded(String value, int indent, YamlText out) {
        boolean afterSpace = false;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            boolean space = value.charAt(i) == ' ';
            if (space && !afterSpace && mayFold(value, i, indent, out) && value.charAt(i + 1) != ' ') {
                out.lineBreak();
                out.indent(indent);
            } else {
                out.put(value.codePointAt(i));
            }
            afterSpace = space;
        }
    }

    static boolean mayFold(String value, int at, int indent, YamlText out) {
        return indent >= 0 && out.column() > WIDTH && at > 0 && at < value.length() - 1;
    }

    private static void literal(String value, int indent, YamlText out) {
        out.put("|");
        if (value.startsWith(" ") || value.startsWith("\n")) {
            out.put("2");
        }
        if (!value.endsWith("\n")) {
            out.put("-");
        } else if (value.length() == 1 || value.endsWith("\n\n")) {
            out.put("+");
        }
        out.lineBreak();
        String body = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
        for (String line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                out.indent(indent);
                out.put(line);
            }
            out.lineBreak();
        }
    }

    /**
     * What the signs in a text allow.
     *
     * @param plainAllowed it can stand without quotes
     * @param blockAllowed it can stand as a block
     * @param special it has signs that must be escaped
     */
    private record Traits(boolean plainAllowed, boolean blockAllowed, boolean special) {

        static Traits of(String value) {
            boolean indicator = value.startsWith("---") || value.startsWith("...");
            boolean special = false;
            boolean spaceBeforeBreak = false;
            for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
                indicator |= isIndicator(value, i);
                special |= !YamlEscapes.isPrintable(value.codePointAt(i));
                spaceBeforeBreak |= value.startsWith(" \n", i);
            }
            boolean edges = value.startsWith(" ") || value.endsWith(" ");
            return new Traits(!indicator && !edges, !special && !spaceBeforeBreak && !value.endsWith(" "), special);
        }

        private static boolean isIndicator(String value, int at) {
            char sign = value.charAt(at);
            boolean last = at + 1 >= value.length() || isBlank(value.charAt(at + 1));
            if (at == 0 && "#,[]{}&*!|>'\"%@`".indexOf(sign) >= 0) {
                return true;
            }
            return switch (sign) {
                case ':' -> last;
                case '?', '-' -> at == 0 && last;
                case '#' -> isBlank(value.charAt(at - 1)) || value.charAt(at - 1) == '\n';
                default -> false;
            };
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
