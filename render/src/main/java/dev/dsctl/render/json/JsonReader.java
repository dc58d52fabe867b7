package dev.dsctl.render.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.SourceRef;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON one value at a time, so that a large file is never held whole. Errors carry the file and the line. */
public final class JsonReader implements AutoCloseable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(500).build())
            .build();

    private final JsonParser parser;
    private final String file;

    /** A reader of a whole document; the file's name is for messages. */
    public JsonReader(Reader in, String file) throws IOException {
        this.parser = JSON.createParser(in);
        this.file = file;
    }

    /**
     * A whole document as {@link JsonObject} describes values.
     *
     * @throws ManifestException when it isn't JSON, with the line
     */
    public static Object document(Reader in, String file) throws IOException {
        try (JsonReader json = new JsonReader(in, file)) {
            json.next();
            return json.value();
        }
    }

    /** The file's name, as messages show it. */
    public String file() {
        return file;
    }

    /** Moves to the next token; null at the end. */
    JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (StreamReadException e) {
            throw problem(parser.currentLocation().getLineNr(), "not JSON: " + firstSentence(e.getOriginalMessage()));
        } catch (StreamConstraintsException e) {
            throw problem(parser.currentLocation().getLineNr(), "JSON beyond a limit: " + e.getOriginalMessage());
        }
    }

    /** Whether the current token opens an object. */
    boolean atObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** The line of the current token. */
    int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The name of the member that the current token names or gives. */
    String name() throws IOException {
        return parser.currentName();
    }

    /** Skips the object or array that the current token opens. */
    void skip() throws IOException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        do {
            depth += token == null || token.isStructEnd() ? -1 : token.isStructStart() ? 1 : 0;
        } while (depth > 0 && (token = next()) != null);
    }

    /** The value that the current token begins. */
    Object value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw problem(0, "no JSON in the file");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> throw problem(line(), "a JSON value is missing");
        };
    }

    private Number whole() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : Long.valueOf(parser.getLongValue());
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject(line(), new LinkedHashMap<>());
        Map<String, Object> members = object.members();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int size = members.size();
            next();
            members.put(name, value());
            if (members.size() == size) {
                throw problem(line(), "\"" + name + "\" is there twice in one object");
            }
        }
        return object;
    }

    private List<Object> array() throws IOException {
        List<Object> items = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    private static String firstSentence(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    ManifestException problem(int line, String message) {
        return problem(new SourceRef(file, line), message);
    }

    static ManifestException problem(SourceRef at, String message) {
        return new ManifestException(List.of(new Diagnostic(at, Diagnostic.Severity.ERROR, message)));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
