package dev.dsctl.render.json;

import com.google.protobuf.Any;
import dev.dsctl.model.manifest.SourceRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** Configuration of a type that the message classes here don't have: its JSON, kept with the type's name. */
public final class TypedJson {

    private static final SourceRef NOWHERE = new SourceRef("", 0);

    private TypedJson() {}

    /**
     * A message as it is packed.
     *
     * @param type full name of its type
     * @param members in protobuf JSON, in the order of their declaration
     */
    public static Any of(String type, Map<String, Object> members) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@type", "type.googleapis.com/" + type);
        all.putAll(members);
        return new ProtoJson().read(new JsonObject(0, all), Any.getDefaultInstance(), NOWHERE);
    }
}
