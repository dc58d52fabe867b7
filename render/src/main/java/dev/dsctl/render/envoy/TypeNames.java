package dev.dsctl.render.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.Optional;

/**
 * Protobuf's names of message types and the names of the Java classes that stand for them. Each follows from the other, which
 * spares loading a type's descriptor, and all that it refers to, to learn what the type is called.
 */
public final class TypeNames {

    /** What stands before the name of a message type in an {@code Any}. */
    public static final String URL_PREFIX = "type.googleapis.com/";

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

    /** Every message of a mesh with many services would make its own copy otherwise. */
    private static final ClassValue<String> URLS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return urlOf(type.getName());
        }
    };

    private TypeNames() {}

    /**
     * The URL by which an {@code Any} names a type, for instance {@code type.googleapis.com/envoy.config.core.v3.Node}.
     *
     * @throws IllegalArgumentException when the class isn't of a package known here
     */
    public static String url(Class<?> type) {
        return URLS.get(type);
    }

    /** The name of a type that a URL names: what follows its last slash. */
    public static String in(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Whether a packed message is of a type, whatever stands before the type's name. */
    public static boolean isOf(Any packed, Class<? extends Message> type) {
        String url = packed.getTypeUrl();
        String known = url(type);
        int length = known.length() - URL_PREFIX.length();
        int name = url.lastIndexOf('/') + 1;
        return name > 0 && url.length() - name == length && url.regionMatches(name, known, URL_PREFIX.length(), length);
    }

    private static String urlOf(String className) {
        for (Map.Entry<String, String> entry : PACKAGES.entrySet()) {
            String prefix = entry.getValue();
            if (className.startsWith(prefix)) {
                return URL_PREFIX
                        + entry.getKey()
                        + className.substring(prefix.length()).replace('$', '.');
            }
        }
        throw new IllegalArgumentException("a message class of an unknown package: " + className);
    }

    /** The name of the class of a message type, as if none were nested in another; empty when its package isn't known. */
    public static Optional<String> className(String typeName) {
        String best = "";
        for (String prefix : PACKAGES.keySet()) {
            if (prefix.length() > best.length() && typeName.startsWith(prefix)) {
                best = prefix;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(PACKAGES.get(best) + typeName.substring(best.length()));
    }
}
