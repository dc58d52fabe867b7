package dev.dsctl.render.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How fields are called in JSON. */
enum Naming {
    /** {@code lowerCamelCase}, protobuf's default. */
    JSON,
    /** {@code snake_case} as in the .proto files, what Envoy's admin interface writes. */
    PROTO;

    /** A field's name with its quotes and colon. */
    byte[] of(Slot slot) {
        return this == JSON ? slot.jsonName() : slot.protoName();
    }

    /** The fields of a type by either name. */
    static Map<String, FieldDescriptor> fields(Descriptor type) {
        Map<String, FieldDescriptor> byName = new HashMap<>();
        for (FieldDescriptor field : type.getFields()) {
            byName.put(field.getJsonName(), field);
            byName.put(field.getName(), field);
        }
        return byName;
    }

    /** The name of a member in the .proto file, whichever way it is written. */
    static String proto(String member) {
        StringBuilder name = new StringBuilder(member.length() + 4);
        for (int i = 0; i < member.length(); i++) {
            char c = member.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('_').append(String.valueOf(c).toLowerCase(Locale.ROOT));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }
}
