package dev.dsctl.render.telemetry;

import com.google.protobuf.Message;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.json.JsonObject;
import dev.dsctl.render.json.ProtoJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields that the Envoy of a release has and the message classes here don't: they are kept with the message as JSON. */
final class NewerFields {

    private static final SourceRef NOWHERE = new SourceRef("", 0);

    private NewerFields() {}

    /** A message with one more field, whose name stands in lowerCamelCase. */
    static <T extends Message> T with(T message, String name, Message value) {
        return with(message, name, (Object) new ProtoJson().tree(value));
    }

    /** A message with one more field that has a text, whose name stands in lowerCamelCase. */
    static <T extends Message> T with(T message, String name, String value) {
        return with(message, name, (Object) value);
    }

    /** A message with one more field that is true or false, whose name stands in lowerCamelCase. */
    static <T extends Message> T with(T message, String name, boolean value) {
        return with(message, name, (Object) value);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Message> T with(T message, String name, Object value) {
        ProtoJson json = new ProtoJson();
        Map<String, Object> members = new LinkedHashMap<>(json.tree(message).members());
        members.put(name, value);
        return (T) json.read(new JsonObject(0, members), message.getDefaultInstanceForType(), NOWHERE);
    }
}
