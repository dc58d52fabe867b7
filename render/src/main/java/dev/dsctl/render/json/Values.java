package dev.dsctl.render.json;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;

/** JSON of any form as {@code google.protobuf.Struct} and {@code Value}. */
final class Values {

    private static final int SHOWN = 40;

    private Values() {}

    static Struct struct(Map<String, Object> members) {
        Struct.Builder struct = Struct.newBuilder();
        members.forEach((name, value) -> struct.putFields(name, of(value)));
        return struct.build();
    }

    static ListValue list(List<?> items) {
        ListValue.Builder list = ListValue.newBuilder();
        for (Object item : items) {
            list.addValues(of(item));
        }
        return list.build();
    }

    static Value of(Object json) {
        Value.Builder value = Value.newBuilder();
        if (json == null) {
            value.setNullValue(NullValue.NULL_VALUE);
        } else if (json instanceof JsonObject object) {
            value.setStructValue(struct(object.members()));
        } else if (json instanceof List<?> items) {
            value.setListValue(list(items));
        } else if (json instanceof String text) {
            value.setStringValue(text);
        } else if (json instanceof Boolean bool) {
            value.setBoolValue(bool);
        } else {
            value.setNumberValue(((Number) json).doubleValue());
        }
        return value.build();
    }

    /** A value in a message to the user, shortened. */
    static String text(Object json) {
        if (json instanceof JsonObject) {
            return "an object";
        }
        if (json instanceof List<?>) {
            return "a list";
        }
        if (json instanceof String text) {
            return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
        }
        return String.valueOf(json);
    }
}
