package dev.dsctl.model.schema;

import dev.dsctl.model.schema.SchemaType.Field;
import dev.dsctl.model.schema.SchemaType.Range;
import dev.dsctl.model.schema.SchemaType.Rule;
import dev.dsctl.model.schema.SchemaType.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the notation in which dsctl keeps schemas:
 *
 * <pre>
 * Kind group version version      a type; the first of a kind's own file describes its spec and names group and versions
 *   host! string                  a field that must be given
 *   port int 1..65535             whole numbers in a range; number is for fractions
 *   name string 1..63 /^[a-z]/    length and pattern
 *   mode NONE|ALL                 one of some words
 *   subsets []                    a list of the mapping below; [string], [Subset] are lists of strings and of a type
 *     labels {string}             a mapping with free keys; {label string} has keys of a format
 *   ports [Port] 1..9 by name     so many, told apart by fields
 *   ? one a b                     what the fields must be together, see SchemaRules
 * </pre>
 */
final class SchemaParser {

    private static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Range PORT = new Range(1, 65535);

    private final List<String> lines = new ArrayList<>();
    private int at;

    private SchemaParser(String text) {
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
    }

    /** The types of a file by name. */
    static Map<String, Struct> types(String text) {
        SchemaParser parser = new SchemaParser(text);
        Map<String, Struct> types = new LinkedHashMap<>();
        while (parser.at < parser.lines.size()) {
            String name = words(parser.lines.get(parser.at++)).get(0);
            types.put(name, parser.struct(0));
        }
        return types;
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" ", -1));
    }

    private static int indent(String line) {
        int spaces = 0;
        while (line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }

    /** The mapping whose fields stand deeper than the line before. */
    private Struct struct(int outer) {
        Map<String, Field> fields = new LinkedHashMap<>();
        List<Rule> rules = new ArrayList<>();
        while (at < lines.size() && indent(lines.get(at)) > outer) {
            String line = lines.get(at++);
            List<String> words = words(line);
            if (words.get(0).equals("?")) {
                rules.add(SchemaRules.of(words.subList(1, words.size())));
                continue;
            }
            boolean required = words.get(0).endsWith("!");
            String name = required ? words.get(0).substring(0, words.get(0).length() - 1) : words.get(0);
            String type = line.strip().substring(words.get(0).length()).strip();
            fields.put(name, new Field(type(type, indent(line)), required));
        }
        return Struct.of(fields, rules);
    }

    /** @param outer how deep the line stands whose mapping, if the type leaves it open, stands below it */
    private SchemaType type(String text, int outer) {
        if (text.isEmpty()) {
            return struct(outer);
        }
        if (text.charAt(0) == '[') {
            int close = text.lastIndexOf(']');
            String after = text.substring(close + 1);
            int by = after.indexOf(" by ");
            return new SchemaType.Items(
                    type(text.substring(1, close), outer),
                    range(by < 0 ? after : after.substring(0, by), Range.ANY),
                    by < 0 ? List.of() : words(after.substring(by + " by ".length())));
        }
        if (text.charAt(0) == '{') {
            int close = text.lastIndexOf('}');
            String inner = text.substring(1, close);
            KeyFormat keys = keys(inner);
            String value = keys == KeyFormat.ANY
                    ? inner
                    : inner.substring(keys.name().length()).strip();
            return new SchemaType.Entries(keys, type(value, outer), range(text.substring(close + 1), Range.ANY));
        }
        return scalar(text);
    }

    private static KeyFormat keys(String inner) {
        String first = inner.split(" ", 2)[0];
        for (KeyFormat format : KeyFormat.values()) {
            if (constant(first).equals(format.name())) {
                return format;
            }
        }
        return KeyFormat.ANY;
    }

    private static SchemaType scalar(String text) {
        int slash = text.indexOf(" /");
        Pattern pattern = slash < 0 ? null : Pattern.compile(text.substring(slash + 2, text.length() - 1));
        String[] words = (slash < 0 ? text : text.substring(0, slash)).split(" ", 2);
        String limits = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "any" -> new SchemaType.Any();
            case "bool" -> new SchemaType.Flag();
            case "int" -> new SchemaType.Whole(range(limits, INT));
            case "port" -> new SchemaType.Whole(PORT);
            case "number" -> new SchemaType.Decimal(range(limits, Range.ANY));
            default -> {
                if (words[0].indexOf('|') >= 0) {
                    yield new SchemaType.OneOf(List.of(words[0].split("\\|")));
                }
                yield Character.isUpperCase(words[0].charAt(0))
                        ? new SchemaType.Named(words[0])
                        : new SchemaType.Text(
                                TextFormat.valueOf(constant(words[0])), range(limits, Range.ANY), pattern);
            }
        };
    }

    private static String constant(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Range range(String text, Range otherwise) {
        String limits = text.strip();
        int dots = limits.indexOf("..");
        if (dots < 0) {
            return otherwise;
        }
        String lowest = limits.substring(0, dots);
        String highest = limits.substring(dots + 2);
        return new Range(
                lowest.isEmpty() ? Long.MIN_VALUE : Long.parseLong(lowest),
                highest.isEmpty() ? Long.MAX_VALUE : Long.parseLong(highest));
    }
}
