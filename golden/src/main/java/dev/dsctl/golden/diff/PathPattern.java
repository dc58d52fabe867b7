package dev.dsctl.golden.diff;

import dev.dsctl.render.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern over paths as reports print them: {@code clusters[outbound|80||*].circuitBreakers}, {@code listeners[*].**.statPrefix}.
 *
 * <p>{@code *} stands for any text within one step, {@code **} for any number of steps. A pattern that doesn't begin with a kind of resource
 * matches anywhere: {@code statPrefix} is every field of that name. What lies below a match is matched too.
 */
public final class PathPattern {

    /**
     * A step, without telling names from indices.
     *
     * @param text the key, name or index
     * @param bracketed whether it stands between brackets
     */
    record Part(String text, boolean bracketed) {

        static Part key(String text) {
            return new Part(text, false);
        }

        static Part element(String text) {
            return new Part(text, true);
        }

        private boolean isDeep() {
            return !bracketed && text.equals("**");
        }

        private boolean accepts(Part step) {
            // A key that isn't a plain word is printed between brackets too.
            return (bracketed || !step.bracketed) && glob(text, 0, step.text, 0);
        }
    }

    private final String text;
    private final List<Part> parts;

    private PathPattern(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * From its text.
     *
     * @throws IllegalArgumentException when it can't be read, saying why
     */
    public static PathPattern of(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                int end = closing(text, at);
                parts.add(Part.element(unquoted(text.substring(at + 1, end))));
                at = end + 1;
            } else {
                at += text.charAt(at) == '.' && !parts.isEmpty() ? 1 : 0;
                int end = at;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                if (end == at) {
                    throw new IllegalArgumentException("'" + text + "' has an empty step at character " + (at + 1));
                }
                parts.add(Part.key(text.substring(at, end)));
                at = end;
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an empty pattern would match nothing");
        }
        if (!parts.get(0).isDeep() && ResourceKind.of(parts.get(0).text()).isEmpty()) {
            parts.add(0, Part.key("**"));
        }
        return new PathPattern(text, List.copyOf(parts));
    }

    private static int closing(String text, int open) {
        boolean quoted = open + 1 < text.length() && text.charAt(open + 1) == '"';
        int end = quoted ? text.indexOf("\"]", open + 2) + 1 : text.indexOf(']', open);
        if (end <= open) {
            throw new IllegalArgumentException(
                    "'" + text + "' has no closing bracket for the one at character " + (open + 1));
        }
        return end;
    }

    private static String unquoted(String name) {
        return name.length() >= 2 && name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : name;
    }

    /** Whether it matches a way from the kind of resource to a value. */
    boolean matches(List<Part> way) {
        return matches(0, way, 0);
    }

    private boolean matches(int part, List<Part> way, int step) {
        if (part == parts.size()) {
            return step == way.size();
        }
        if (parts.get(part).isDeep()) {
            for (int skip = step; skip <= way.size(); skip++) {
                if (matches(part + 1, way, skip)) {
                    return true;
                }
            }
            return false;
        }
        return step < way.size() && parts.get(part).accepts(way.get(step)) && matches(part + 1, way, step + 1);
    }

    private static boolean glob(String pattern, int p, String text, int t) {
        for (int i = p; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '*') {
                for (int skip = t; skip <= text.length(); skip++) {
                    if (glob(pattern, i + 1, text, skip)) {
                        return true;
                    }
                }
                return false;
            }
            if (t >= text.length() || pattern.charAt(i) != text.charAt(t)) {
                return false;
            }
            t++;
        }
        return t == text.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
