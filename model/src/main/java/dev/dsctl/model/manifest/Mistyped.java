package dev.dsctl.model.manifest;

/** What is said about a value of the wrong type. */
public final class Mistyped {

    private static final int LONGEST = 60;

    private Mistyped() {}

    /**
     * For instance {@code metadata.name: expected a string, found boolean 'no' (YAML reads no as false); write "no" in quotes}.
     *
     * @param path where it stands in its object
     * @param expected with an article
     */
    public static String message(String path, String expected, Node found) {
        return path + ": expected " + expected + ", found " + describe(found, expected);
    }

    private static String describe(Node found, String expected) {
        if (!(found instanceof Node.Scalar scalar)) {
            return "a " + found.type();
        }
        if (scalar.value() == null) {
            return "null";
        }
        String text = scalar.text().length() > LONGEST ? scalar.text().substring(0, LONGEST) + "…" : scalar.text();
        String plain = found.type() + " '" + text + "'";
        if (!expected.equals("a string")) {
            return plain;
        }
        boolean word = scalar.value() instanceof Boolean
                && !text.equalsIgnoreCase(scalar.value().toString());
        String reading = word ? " (YAML reads " + text + " as " + scalar.value() + ")" : "";
        return plain + reading + "; write \"" + text + "\" in quotes";
    }
}
