package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.Step;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A change with everything taken out that is only about which resource it is in: its name, the names of the elements around, addresses.
 * Two changes with the same likeness are the same change of two things.
 */
final class Likeness {

    private final List<String> names = new ArrayList<>();

    private Likeness(ResourceChange resource, FieldChange field) {
        addName(resource.name());
        for (Step step : field.path().steps()) {
            if (step instanceof Step.Element element && !element.label().isEmpty()) {
                addName(element.label());
            }
        }
        names.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** The likeness of a change. */
    static String of(ResourceChange resource, FieldChange field) {
        Likeness likeness = new Likeness(resource, field);
        StringBuilder text = new StringBuilder().append(field.change());
        for (Step step : field.path().steps()) {
            if (step instanceof Step.Key key) {
                text.append('.').append(key.name());
            } else {
                String label = ((Step.Element) step).label();
                text.append('[').append(likeness.plain(label)).append(']');
            }
        }
        likeness.append(field.before(), text.append('\n'));
        likeness.append(field.after(), text.append('\n'));
        return text.toString();
    }

    /** A name and the hosts, addresses and ports in it: {@code outbound|80||web.shop}, {@code 10.0.0.1_80}, {@code web.shop:80}. */
    private void addName(String name) {
        if (looksOwn(name)) {
            names.add(name);
        }
        for (String part : name.split("[|_]")) {
            if (part.length() > 3 && looksOwn(part)) {
                names.add(part);
            }
            int port = part.lastIndexOf(':');
            if (port > 3 && part.indexOf(':') == port && looksOwn(part.substring(0, port))) {
                names.add(part.substring(0, port));
            }
        }
    }

    /** Filter names and words are the same everywhere; hosts, addresses and ports belong to one resource. */
    private static boolean looksOwn(String name) {
        boolean digit = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (c == '|') {
                return true;
            }
        }
        return digit || name.endsWith(".local") || name.indexOf(':') > 0;
    }

    private void append(Json value, StringBuilder text) {
        if (value instanceof JsonObject object) {
            text.append('{');
            for (int i = 0; i < object.keys().size(); i++) {
                String key = object.keys().get(i);
                text.append(plain(key)).append(':');
                if (key.equals("portValue")) {
                    text.append("port");
                } else {
                    append(object.values().get(i), text);
                }
                text.append(',');
            }
            text.append('}');
        } else if (value instanceof JsonArray array) {
            text.append('[');
            array.items().forEach(item -> append(item, text));
            text.append(']');
        } else if (value instanceof JsonScalar scalar) {
            text.append(scalar.type() == JsonScalar.Type.STRING ? plain(scalar.text()) : scalar.text())
                    .append(',');
        }
    }

    private String plain(String text) {
        String plain = text;
        for (String name : names) {
            plain = plain.replace(name, "*");
        }
        return Addresses.without(plain);
    }

    /** Blanks out literal addresses. */
    private static final class Addresses {

        /** Wildcards and loopbacks mean the same in every resource. */
        private static final Set<String> COMMON = Set.of("0.0.0.0", "::", "127.0.0.1", "::1", "127.0.0.6", "::6");

        private Addresses() {}

        static String without(String text) {
            StringBuilder plain = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                int end = at;
                int dots = 0;
                int colons = 0;
                while (end < text.length() && isAddressChar(text.charAt(end))) {
                    dots += text.charAt(end) == '.' ? 1 : 0;
                    colons += text.charAt(end) == ':' ? 1 : 0;
                    end++;
                }
                String run = text.substring(at, end);
                boolean v4 = dots == 3 && colons <= 1 && run.chars().allMatch(c -> c <= '9');
                if (!COMMON.contains(run) && (v4 || colons >= 2)) {
                    plain.append('#');
                } else {
                    plain.append(run);
                }
                if (end < text.length()) {
                    plain.append(text.charAt(end));
                }
                at = end + 1;
            }
            return plain.toString();
        }

        private static boolean isAddressChar(char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '.' || c == ':';
        }
    }
}
