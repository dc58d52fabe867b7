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
    @SuppressWarnings("unchecked")
    static <T extends Message> T with(T message, String name, Message value) {
        ProtoJson json = new ProtoJson();
        Map<String, Object> members = new LinkedHashMap<>(json.tree(message).members());
        members.put(name, json.tree(value));
        return (T) json.read(new JsonObject(0, members), message.getDefaultInstanceForType(), NOWHERE);
    }
}
