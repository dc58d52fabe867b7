package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of sidecars: a mesh's {@code defaultConfig}. Source: istio/api mesh/v1alpha1/proxy.proto.
 *
 * @param headers which headers the sidecar adds or hides
 * @param tracing how requests are traced
 * @param metadata {@code proxyMetadata}
 */
public record ProxyConfig(Headers headers, Tracing tracing, Map<String, String> metadata) {

    /** What an installation has that sets nothing. */
    public static final ProxyConfig DEFAULT = new ProxyConfig(Headers.DEFAULT, Tracing.DEFAULT, Map.of());

    public ProxyConfig {
        metadata = Map.copyOf(metadata);
    }

    /** The settings written in a {@code defaultConfig}. */
    public static ProxyConfig of(Fields config) {
        return new ProxyConfig(
                Headers.of(config.fields("proxyHeaders")),
                Tracing.of(config.fields("tracing")),
                config.stringMap("proxyMetadata"));
    }

    /**
     * Which headers the sidecar adds or hides ({@code proxyHeaders}).
     *
     * @param forwardedClientCert what becomes of {@code x-forwarded-client-cert}, empty for the default
     * @param clientCert what of a client's certificate goes there
     * @param requestId whether requests without an ID get one
     * @param server whether answers say which server they come from
     * @param serverName which one, empty for the default
     * @param attemptCount whether requests tell how often they were tried
     * @param debug whether Envoy's own headers are added
     * @param exchangeInMeshOnly whether services outside the mesh are spared the metadata exchange
     * @param keepCase whether HTTP/1 header names keep their case
     * @param forwardedPort whether {@code x-forwarded-port} is added
     * @param forwardedHost whether {@code x-forwarded-host} is added
     */
    public record Headers(
            String forwardedClientCert,
            ClientCert clientCert,
            boolean requestId,
            boolean server,
            String serverName,
            boolean attemptCount,
            boolean debug,
            boolean exchangeInMeshOnly,
            boolean keepCase,
            boolean forwardedPort,
            boolean forwardedHost) {

        static final Headers DEFAULT =
                new Headers("", ClientCert.DEFAULT, true, true, "", true, true, false, false, false, false);

        static Headers of(Fields headers) {
            Fields server = headers.fields("server");
            return new Headers(
                    headers.string("forwardedClientCert"),
                    ClientCert.of(headers.fields("setCurrentClientCertDetails")),
                    !headers.fields("requestId").bool("disabled", false),
                    !server.bool("disabled", false),
                    server.string("value"),
                    !headers.fields("attemptCount").bool("disabled", false),
                    !headers.fields("envoyDebugHeaders").bool("disabled", false),
                    headers.fields("metadataExchangeHeaders").string("mode").equals("IN_MESH"),
                    headers.bool("preserveHttp1HeaderCase", false),
                    headers.fields("xForwardedPort").bool("enabled", false),
                    headers.fields("xForwardedHost").bool("enabled", false));
        }
    }

    /**
     * What of a client's certificate the application is told ({@code setCurrentClientCertDetails}).
     *
     * @param subject its subject
     * @param uri its URI names
     * @param dns its DNS names
     * @param cert the certificate itself
     * @param chain with all that sign it
     */
    public record ClientCert(boolean subject, boolean uri, boolean dns, boolean cert, boolean chain) {

        /** Names, but no certificates. */
        public static final ClientCert DEFAULT = new ClientCert(true, true, true, false, false);

        static ClientCert of(Fields details) {
            return new ClientCert(
                    details.bool("subject", true),
                    details.bool("uri", true),
                    details.bool("dns", true),
                    details.bool("cert", false),
                    details.bool("chain", false));
        }
    }

    /**
     * How requests are traced ({@code tracing}).
     *
     * @param sampling percentage of requests; 0 for istiod's default
     * @param maxPathTagLength longest path that is recorded, 0 for Envoy's default
     * @param istioTags whether Istio's own tags are added
     * @param customTags further tags by name
     */
    public record Tracing(double sampling, int maxPathTagLength, boolean istioTags, Map<String, CustomTag> customTags) {

        static final Tracing DEFAULT = new Tracing(0, 0, true, Map.of());

        public Tracing {
            customTags = Map.copyOf(customTags);
        }

        static Tracing of(Fields tracing) {
            Fields tags = tracing.fields("customTags");
            Map<String, CustomTag> customTags = new LinkedHashMap<>();
            tags.keys().forEach(name -> CustomTag.of(tags.fields(name)).ifPresent(tag -> customTags.put(name, tag)));
            return new Tracing(
                    tracing.number("sampling", 0),
                    tracing.integer("maxPathTagLength", 0, 0, Integer.MAX_VALUE),
                    tracing.bool("enableIstioTags", true),
                    customTags);
        }
    }

    /**
     * A tag of a span.
     *
     * @param source where its value comes from
     * @param name of the environment variable or header; the value itself for a literal or a format
     * @param fallback when there is no such variable or header
     */
    public record CustomTag(Source source, String name, String fallback) {

        /** Where a tag's value comes from. */
        public enum Source {
            LITERAL,
            ENVIRONMENT,
            HEADER,
            FORMAT
        }

        /** A tag as written; none when it says nothing. */
        public static Optional<CustomTag> of(Fields tag) {
            if (tag.has("literal")) {
                return Optional.of(
                        new CustomTag(Source.LITERAL, tag.fields("literal").string("value"), ""));
            }
            if (tag.has("environment")) {
                return Optional.of(named(Source.ENVIRONMENT, tag.fields("environment")));
            }
            if (tag.has("formatter")) {
                return Optional.of(
                        new CustomTag(Source.FORMAT, tag.fields("formatter").string("value"), ""));
            }
            return tag.has("header") ? Optional.of(named(Source.HEADER, tag.fields("header"))) : Optional.empty();
        }

        private static CustomTag named(Source source, Fields tag) {
            return new CustomTag(source, tag.string("name"), tag.string("defaultValue"));
        }
    }
}
