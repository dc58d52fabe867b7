package dev.dsctl.model.schema;

import dev.dsctl.model.manifest.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value may be. */
sealed interface SchemaType {

    /** How many, how long or how large; a value that isn't limited has the limits of {@code long}. */
    record Range(long lowest, long highest) {
        static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

        boolean contains(double value) {
            return value >= lowest && value <= highest;
        }

        /** {@code between 1 and 9}, {@code at least 1}, {@code at most 9}. */
        String text() {
            if (lowest == Long.MIN_VALUE) {
                return "at most " + highest;
            }
            return highest == Long.MAX_VALUE ? "at least " + lowest : "between " + lowest + " and " + highest;
        }
    }

    /** A field of a mapping. */
    record Field(SchemaType type, boolean required) {}

    /** What the fields of a mapping must be together; the message is for when they aren't. */
    record Rule(Predicate<Node.Mapping> holds, String message) {}

    /** A mapping with known fields. */
    record Struct(Map<String, Field> fields, List<String> required, List<Rule> rules) implements SchemaType {
        static Struct of(Map<String, Field> fields, List<Rule> rules) {
            List<String> required = fields.entrySet().stream()
                    .filter(field -> field.getValue().required())
                    .map(Map.Entry::getKey)
                    .toList();
            return new Struct(fields, required, rules);
        }
    }

    /** A mapping with known fields that is described under a name. */
    record Named(String name) implements SchemaType {}

    /** A mapping with free keys. */
    record Entries(KeyFormat keys, SchemaType value, Range size) implements SchemaType {}

    /** A list; no two items may have the same value in one of the fields {@code keys}. */
    record Items(SchemaType item, Range size, List<String> keys) implements SchemaType {}

    /** A string; {@code pattern} is null when it has none. */
    record Text(TextFormat format, Range length, Pattern pattern) implements SchemaType {}

    /** One of some words. */
    record OneOf(List<String> words) implements SchemaType {}

    /** A whole number. */
    record Whole(Range range) implements SchemaType {}

    /** A number. */
    record Decimal(Range range) implements SchemaType {}

    /** True or false. */
    record Flag() implements SchemaType {}

    /** Anything at all. */
    record Any() implements SchemaType {}
}
