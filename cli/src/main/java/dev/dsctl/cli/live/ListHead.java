package dev.dsctl.cli.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What stands beside the items of an API server's answer.
 *
 * @param next where the next page begins, empty on the last one
 * @param remaining how many items follow this page, 0 when the server doesn't say
 * @param items how many items there are
 * @param message of a {@code Status}
 */
record ListHead(String next, long remaining, int items, String message) {

    private static final JsonFactory JSON = new JsonFactory();

    /** What an answer says; nothing where it isn't JSON. */
    static ListHead of(byte[] body) {
        String next = "";
        long remaining = 0;
        int items = 0;
        String message = "";
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("items") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        items++;
                        json.skipChildren();
                    }
                } else if (name.equals("metadata") && value == JsonToken.START_OBJECT) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String member = json.currentName();
                        json.nextToken();
                        if (member.equals("continue")) {
                            next = json.getText();
                        } else if (member.equals("remainingItemCount")) {
                            remaining = json.getValueAsLong();
                        }
                        json.skipChildren();
                    }
                } else if (name.equals("message")) {
                    message = json.getText();
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            // Not JSON: the caller shows the body, or its reader says what is wrong.
            return new ListHead("", 0, 0, "");
        }
        return new ListHead(next, remaining, items, message);
    }
}
