package dev.dsctl.render.json;

import com.google.protobuf.Internal;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The message classes behind {@code Any} type URLs. A class is looked up by its name when its URL is first met: Envoy has
 * thousands of types, and one proxy's configuration a few dozen.
 */
final class MessageTypes {

    /** Protobuf packages and the Java packages of their classes; the longest prefix that fits counts. */
    private static final Map<String, String> PACKAGES = Map.of(
            "envoy.", "io.envoyproxy.envoy.",
            "envoy.tcp.metadataexchange.config.", "dev.dsctl.istio.metadataexchange.",
            "istio.envoy.config.filter.http.alpn.v2alpha1.", "dev.dsctl.istio.alpn.",
            "istio.envoy.config.filter.http.authn.v2alpha1.", "dev.dsctl.istio.authn.",
            "stats.", "dev.dsctl.istio.stats.",
            "google.", "com.google.",
            "xds.", "com.github.xds.",
            "udpa.", "com.github.udpa.udpa.",
            "cel.", "dev.cel.",
            "opentelemetry.", "io.opentelemetry.");

    private final Map<String, Optional<Message>> prototypes = new ConcurrentHashMap<>();

    /** An empty message of the type, or empty when no class of that name is known. */
    Optional<Message> prototype(String typeUrl) {
        Optional<Message> known = prototypes.get(typeUrl);
        return known != null
                ? known
                : prototypes.computeIfAbsent(typeUrl, url -> load(url.substring(url.lastIndexOf('/') + 1)));
    }

    private static Optional<Message> load(String typeName) {
        String best = "";
        for (String prefix : PACKAGES.keySet()) {
            if (prefix.length() > best.length() && typeName.startsWith(prefix)) {
                best = prefix;
            }
        }
        if (best.isEmpty()) {
            return Optional.empty();
        }
        return load(new StringBuilder(PACKAGES.get(best)).append(typeName, best.length(), typeName.length()));
    }

    /** Tries the name as a top-level class, then as a class nested in one, for messages declared inside messages. */
    private static Optional<Message> load(StringBuilder className) {
        try {
            Class<?> type = Class.forName(className.toString(), true, MessageTypes.class.getClassLoader());
            return Message.class.isAssignableFrom(type)
                    ? Optional.of(Internal.getDefaultInstance(type.asSubclass(Message.class)))
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
}
