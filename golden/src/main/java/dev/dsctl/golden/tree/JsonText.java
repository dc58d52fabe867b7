package dev.dsctl.golden.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.SourceRef;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** JSON text to values and back. */
public final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /**
     * Reads one JSON document.
     *
     * @param file names the text in messages
     * @throws ManifestException when it is not JSON, with the line
     */
    public static Json read(byte[] utf8, String file) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            if (parser.nextToken() == null) {
                throw bad(file, 1, "the file is empty, expected JSON");
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw bad(
                        file,
                        parser.currentTokenLocation().getLineNr(),
                        "expected the end of the file after the JSON value");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw bad(file, line, "not JSON: " + lowerFirst(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lowerFirst(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static ManifestException bad(String file, int line, String message) {
        return new ManifestException(
                List.of(new Diagnostic(new SourceRef(file, line), Diagnostic.Severity.ERROR, message)));
    }

    private static Json value(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, line);
            case START_ARRAY -> array(parser, line);
            case VALUE_STRING -> JsonScalar.string(parser.getText(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonScalar.number(parser.getText(), line);
            default -> JsonScalar.literal(parser.getText(), line);
        };
    }

    private static JsonObject object(JsonParser parser, int line) throws IOException {
        List<String> keys = new ArrayList<>(8);
        List<Json> values = new ArrayList<>(8);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            keys.add(parser.currentName());
            parser.nextToken();
            values.add(value(parser));
        }
        return JsonObject.of(keys, values, line);
    }

    private static JsonArray array(JsonParser parser, int line) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new JsonArray(items, line);
    }

    /** On one line, without spaces. */
    public static String compact(Json value) {
        return written(value, null);
    }

    /** Indented by two spaces, with a newline at the end. */
    public static String pretty(Json value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return written(value, printer) + "\n";
    }

    private static String written(Json value, DefaultPrettyPrinter printer) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.setPrettyPrinter(printer);
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(Json value, JsonGenerator out) throws IOException {
        if (value instanceof JsonObject object) {
            out.writeStartObject();
            for (int i = 0; i < object.keys().size(); i++) {
                out.writeFieldName(object.keys().get(i));
                write(object.values().get(i), out);
            }
            out.writeEndObject();
        } else if (value instanceof JsonArray array) {
            out.writeStartArray();
            for (Json item : array.items()) {
                write(item, out);
            }
            out.writeEndArray();
        } else {
            JsonScalar scalar = (JsonScalar) value;
            switch (scalar.type()) {
                case STRING -> out.writeString(scalar.text());
                case NUMBER -> out.writeNumber(scalar.text());
                case BOOLEAN, NULL -> out.writeRawValue(scalar.text());
            }
        }
    }
}
