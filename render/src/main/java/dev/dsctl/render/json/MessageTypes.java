package dev.dsctl.render.json;

import com.google.protobuf.GeneratedMessage;
import com.google.protobuf.Internal;
import com.google.protobuf.Message;
import dev.dsctl.render.envoy.TypeNames;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The message classes behind {@code Any} type URLs. A class is looked up by its name when its URL is first met: Envoy has
 * thousands of types, and one proxy's configuration a few dozen.
 */
final class MessageTypes {

    private final Map<String, Optional<Message>> prototypes = new ConcurrentHashMap<>();

    /** An empty message of the type, or empty when no class of that name is known. */
    Optional<Message> prototype(String typeUrl) {
        Optional<Message> known = prototypes.get(typeUrl);
        return known != null
                ? known
                : prototypes.computeIfAbsent(
                        typeUrl,
                        url -> TypeNames.className(TypeNames.in(url)).flatMap(name -> load(new StringBuilder(name))));
    }

    /** Tries the name as a top-level class, then as a class nested in one, for messages declared inside messages. */
    private static Optional<Message> load(StringBuilder className) {
        try {
            Class<?> type = Class.forName(className.toString(), true, MessageTypes.class.getClassLoader());
            return isGenerated(type)
                    ? Optional.of(Internal.getDefaultInstance(type.asSubclass(GeneratedMessage.class)))
                    : Optional.empty();
        } catch (ClassNotFoundException e) {
            int dot = className.lastIndexOf(".");
            if (dot < 1 || !Character.isUpperCase(className.charAt(className.lastIndexOf(".", dot - 1) + 1))) {
                return Optional.empty();
            }
            className.setCharAt(dot, '$');
            return load(className);
        }
    }

    /** Protobuf's own interfaces and base classes stand in a package like that of its messages, and a text can name them. */
    private static boolean isGenerated(Class<?> type) {
        return GeneratedMessage.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    }
}
