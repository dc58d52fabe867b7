package dev.dsctl.render.patch;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.dsctl.render.json.ProtoJson;
import java.util.Optional;

/**
 * The messages behind packed ones.
 *
 * @param types what is known of types by URL
 */
record MessageLookup(ProtoJson types) {

    /** The content of a packed message, when its type is known. */
    Optional<Message> unpack(Any packed) {
        return types.prototype(packed.getTypeUrl()).flatMap(prototype -> parse(prototype, packed));
    }

    private static Optional<Message> parse(Message prototype, Any packed) {
        try {
            return Optional.of(prototype.getParserForType().parseFrom(packed.getValue()));
        } catch (InvalidProtocolBufferException notThatType) {
            return Optional.empty();
        }
    }
}
