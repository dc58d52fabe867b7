package dev.dsctl.model.schema;

import dev.dsctl.model.schema.SchemaType.Struct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema of one kind.
 *
 * @param root the whole object, apart from {@code apiVersion}, {@code kind} and {@code metadata}
 * @param versions the API versions there are
 * @param openness what fields are that it doesn't know
 * @param types the mappings that have names
 */
record Schema(Struct root, List<String> versions, Openness openness, Map<String, Struct> types) {

    /** What to make of fields that a schema doesn't know. */
    enum Openness {
        /** They are mistakes: the API server refuses them. */
        CLOSED,
        /** They may belong to a Kubernetes release after this was written, unless they look like a known one misspelt. */
        OPEN
    }

    private static final String SHARED = "shared";

    /** The schema in the resource of that name. */
    static Schema load(String kind) {
        String text = resource(kind);
        List<String> header = header(text);
        Openness openness = header.contains("open") ? Openness.OPEN : Openness.CLOSED;
        Map<String, Struct> types = new HashMap<>(SchemaParser.types(text));
        if (openness == Openness.CLOSED) {
            SchemaParser.types(resource(SHARED)).forEach(types::putIfAbsent);
        }
        Struct described = types.get(kind);
        boolean whole = header.contains("whole");
        SchemaType.Field spec = new SchemaType.Field(described, header.contains("required"));
        SchemaType.Field status = new SchemaType.Field(new SchemaType.Any(), false);
        Struct root = whole ? described : Struct.of(Map.of("spec", spec, "status", status), List.of());
        List<String> versions = header.stream()
                .filter(word -> word.startsWith("v") && !word.startsWith("w"))
                .toList();
        return new Schema(root, versions, openness, types);
    }

    private static List<String> header(String text) {
        String line = text.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .findFirst()
                .orElseThrow();
        return List.of(line.split(" "));
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name + ".schema")) {
            if (in == null) {
                throw new IllegalStateException("no schema " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
