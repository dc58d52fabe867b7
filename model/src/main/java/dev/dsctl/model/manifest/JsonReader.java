package dev.dsctl.model.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads JSON objects, one after another, into the nodes that the same YAML would give. */
final class JsonReader {

    private final String file;
    private final Strings strings;
    private final Problems problems;

    JsonReader(String file, Strings strings, Problems problems) {
        this.file = file;
        this.strings = strings;
        this.problems = problems;
    }

    /** Whether the text looks like JSON: {@code {"} or {@code [{"}, with white space between. */
    static boolean looksLikeJson(byte[] bytes) {
        int at = 0;
        for (; at < bytes.length && (bytes[at] <= ' ' || bytes[at] == '['); at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        if (at == bytes.length || bytes[at] != '{') {
            return false;
        }
        for (at++; at < bytes.length; at++) {
            if (bytes[at] > ' ' || bytes[at] < 0) {
                return bytes[at] == '"' || bytes[at] == '}';
            }
        }
        return false;
    }

    /**
     * Hands over every value of the file.
     *
     * @throws InputFault at the first thing that isn't JSON
     */
    void read(byte[] bytes, Consumer<Node> documents) {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        try (JsonParser parser = factory.createParser(bytes)) {
            while (parser.nextToken() != null) {
                documents.accept(node(parser, line(parser), 1));
            }
        } catch (StreamConstraintsException e) {
            throw new InputFault(line(e), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new InputFault(line(e), "not JSON: " + e.getOriginalMessage().replace('\n', ' '));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private Node node(JsonParser parser, int line, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (depth > Limits.DEPTH) {
            throw new InputFault(line, Limits.tooDeep());
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, line, depth);
            case START_ARRAY -> sequence(parser, line, depth);
            case VALUE_TRUE -> new Node.Scalar(line, Boolean.TRUE, "true");
            case VALUE_FALSE -> new Node.Scalar(line, Boolean.FALSE, "false");
            case VALUE_NULL -> new Node.Scalar(line, null, "null");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, line);
            default -> {
                String text = strings.shared(parser.getText());
                yield new Node.Scalar(line, text, text);
            }
        };
    }

    private static Node number(JsonParser parser, int line) throws IOException {
        String text = parser.getText();
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return new Node.Scalar(line, whole ? (Object) parser.getLongValue() : YamlScalars.decimal(text), text);
    }

    private Node mapping(JsonParser parser, int line, int depth) throws IOException {
        FieldMap.Builder fields = new FieldMap.Builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = strings.shared(parser.currentName());
            int keyLine = line(parser);
            parser.nextToken();
            Node before = fields.put(key, node(parser, keyLine, depth + 1));
            if (before != null) {
                problems.error(
                        new SourceRef(file, keyLine), "duplicate key \"" + key + "\", first on line " + before.line());
            }
        }
        return new Node.Mapping(line, fields.build());
    }

    private Node sequence(JsonParser parser, int line, int depth) throws IOException {
        List<Node> items = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, line(parser), depth + 1));
        }
        return new Node.Sequence(line, List.copyOf(items));
    }
}
