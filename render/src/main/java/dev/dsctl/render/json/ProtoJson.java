package dev.dsctl.render.json;

import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.dsctl.model.manifest.SourceRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Protobuf JSON of Envoy messages as istioctl shows it: lowerCamelCase names, fields in the order in which the .proto files
 * declare them, text as it is. Types are looked up when a message of that type is met; content whose type isn't known
 * here is kept and printed as JSON.
 *
 * <p>Keeps what it has learned of the types, so that one instance serves a whole run, from any thread.
 */
public final class ProtoJson {

    private final MessageTypes types = new MessageTypes();
    private final Map<Descriptor, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<Descriptor, Map<String, FieldDescriptor>> names = new ConcurrentHashMap<>();

    /** Prints a message as the next value. */
    public void write(Message message, JsonWriter json) throws IOException {
        printer(json).print(message);
    }

    /** Prints messages as an array, the next value. */
    public void write(Iterable<? extends Message> messages, JsonWriter json) throws IOException {
        MessagePrinter printer = printer(json);
        json.beginArray();
        for (Message message : messages) {
            json.element();
            printer.print(message);
        }
        json.endArray();
    }

    MessagePrinter printer(JsonWriter json) {
        return new MessagePrinter(this, json, Naming.JSON);
    }

    /** A message as text, indented by two blanks. */
    public String text(Message message) {
        return new String(utf8(message), StandardCharsets.UTF_8);
    }

    /** The same, encoded. */
    public byte[] utf8(Message message) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            JsonWriter json = new JsonWriter(text, 2);
            write(message, json);
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    /** Prints messages as a YAML document that is a list. */
    public void write(List<? extends Message> messages, YamlWriter yaml) throws IOException {
        if (messages.isEmpty()) {
            yaml.document(messages);
            return;
        }
        for (Message message : messages) {
            yaml.item(tree(message));
        }
        yaml.flush();
    }

    /** A message as JSON values. */
    public JsonObject tree(Message message) {
        try {
            return (JsonObject) JsonReader.document(new StringReader(text(message)), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an array of messages of one type.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when it isn't such an array, with the line
     */
    public <T extends Message> List<T> readAll(JsonReader json, T prototype) throws IOException {
        if (json.next() != JsonToken.START_ARRAY) {
            throw json.problem(
                    json.line(),
                    "an array of " + prototype.getDescriptorForType().getName() + " is wanted");
        }
        List<T> messages = new ArrayList<>();
        while (json.next() != JsonToken.END_ARRAY) {
            messages.add(read(json, prototype));
        }
        if (json.next() != null) {
            throw json.problem(json.line(), "text after the end of the array");
        }
        return messages;
    }

    /** Reads the value that the reader's current token begins as a message. */
    <T extends Message> T read(JsonReader json, T prototype) throws IOException {
        int line = json.line();
        return read(json.value(), prototype, new SourceRef(json.file(), line));
    }

    /**
     * Builds a message from a value already read.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when the value isn't such a message, with the line
     */
    @SuppressWarnings("unchecked")
    public <T extends Message> T read(Object value, T prototype, SourceRef at) {
        try {
            return (T) new MessageReader(this).read(value, prototype, at.line());
        } catch (MessageReader.MessageException e) {
            throw JsonReader.problem(new SourceRef(at.file(), e.line), e.getMessage());
        }
    }

    /** The shape of a message's type. */
    Shape shape(Message message) {
        // The message's own method would prepare reflective access to all its fields first, which nothing here needs.
        return shape(message.newBuilderForType().getDescriptorForType());
    }

    Shape shape(Descriptor type) {
        Shape shape = shapes.get(type);
        return shape != null ? shape : shapes.computeIfAbsent(type, Shape::of);
    }

    /** The fields of a type by name in JSON and by name in the .proto file. */
    Map<String, FieldDescriptor> names(Descriptor type) {
        Map<String, FieldDescriptor> known = names.get(type);
        return known != null ? known : names.computeIfAbsent(type, Naming::fields);
    }

    /** An empty message of a type, when its class is known. */
    public Optional<Message> prototype(String typeUrl) {
        return types.prototype(typeUrl);
    }
}
