package dev.dsctl.model.schema;

import dev.dsctl.model.manifest.Durations;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** What a string must be beyond its length. Each says what is wrong as the CRD says it, or null when nothing is. */
enum TextFormat {
    STRING {
        @Override
        String fault(String text) {
            return null;
        }
    },
    /** As Go's {@code time.ParseDuration} reads it. */
    DURATION {
        @Override
        String fault(String text) {
            return Durations.parse(text)
                            .filter(d -> d.compareTo(Duration.ofMillis(1)) >= 0)
                            .isPresent()
                    ? null
                    : "must be a valid duration of at least 1ms, for instance 5s";
        }
    },
    NO_WILDCARD {
        @Override
        String fault(String text) {
            return text.indexOf('*') < 0 ? null : "wildcards aren't supported in selectors";
        }
    },
    /** A host that may have a wildcard but not be one. */
    NO_STAR {
        @Override
        String fault(String text) {
            return text.equals("*") ? "a host can't be *" : null;
        }
    },
    OWN_NAMESPACE {
        @Override
        String fault(String text) {
            return text.isEmpty() ? null : "references to other namespaces aren't supported";
        }
    },
    /** An address or host, or the path of a Unix socket. */
    ADDRESS {
        @Override
        String fault(String text) {
            if (!text.startsWith("unix://")) {
                return null;
            }
            String path = text.substring("unix://".length());
            if (!path.startsWith("/") && !path.startsWith("@")) {
                return "a Unix socket must be an absolute path or an abstract socket";
            }
            return path.endsWith("/") ? "a Unix socket can't be a folder" : null;
        }
    },
    IMAGE_URL {
        @Override
        String fault(String text) {
            try {
                String scheme = new URI(text.contains("://") ? text : "http://" + text).getScheme();
                return isOneOf(scheme, "http", "https", "file", "oci")
                        ? null
                        : "must have scheme http, https, file or oci";
            } catch (URISyntaxException e) {
                return "must be a URL";
            }
        }
    },
    HTTP_URL {
        @Override
        String fault(String text) {
            return text.startsWith("http://") || text.startsWith("https://")
                    ? null
                    : "must begin with http:// or https://";
        }
    },
    HTTP_SCHEME {
        @Override
        String fault(String text) {
            return isOneOf(text, "", "HTTP", "HTTPS") ? null : "must be HTTP or HTTPS";
        }
    },
    BASE64 {
        @Override
        String fault(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!(c < 128 && Character.isLetterOrDigit(c)) && "+/=\r\n".indexOf(c) < 0) {
                    return "must be base64";
                }
            }
            return null;
        }
    };

    /** What is wrong with the text, or null. */
    abstract String fault(String text);

    private static boolean isOneOf(String text, String... words) {
        for (String word : words) {
            if (word.equals(text)) {
                return true;
            }
        }
        return false;
    }
}
