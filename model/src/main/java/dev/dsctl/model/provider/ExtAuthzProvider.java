package dev.dsctl.model.provider;

import dev.dsctl.model.manifest.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An external authorizer. Source: {@code EnvoyExternalAuthorizationHttpProvider} and {@code
 * EnvoyExternalAuthorizationGrpcProvider}, istio/api mesh/v1alpha1/config.proto.
 *
 * @param name the name policies use
 * @param service {@code [namespace/]hostname}
 * @param port service port
 * @param timeout for one check
 * @param failOpen whether requests pass when it can't be reached
 * @param statusOnError HTTP status then, empty for 403
 * @param body how much of a request's body it gets; empty for none
 * @param http what only one over HTTP has; empty for one over gRPC
 */
public record ExtAuthzProvider(
        String name,
        String service,
        int port,
        Duration timeout,
        boolean failOpen,
        String statusOnError,
        Optional<Body> body,
        Optional<Http> http)
        implements ExtensionProvider {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(600);
    private static final int MAX_PORT = 65535;

    /**
     * How much of a request's body is sent.
     *
     * @param maxBytes at most so many
     * @param allowPartial whether a part of a longer body is sent
     * @param asBytes whether it is sent as bytes and not as text
     */
    public record Body(int maxBytes, boolean allowPartial, boolean asBytes) {}

    /**
     * What an authorizer over HTTP gets and may change. Header lists may have {@code *} at one end.
     *
     * @param pathPrefix put before the path
     * @param requestHeaders headers of the request that are sent
     * @param addedHeaders headers that are added
     * @param upstreamOnAllow headers of its answer that go on to the workload
     * @param downstreamOnDeny headers of its answer that go back with a denial
     * @param downstreamOnAllow headers of its answer that go back with a response
     */
    public record Http(
            String pathPrefix,
            List<String> requestHeaders,
            Map<String, String> addedHeaders,
            List<String> upstreamOnAllow,
            List<String> downstreamOnDeny,
            List<String> downstreamOnAllow) {}

    static ExtAuthzProvider http(String name, Fields settings) {
        List<String> headers = settings.strings("includeRequestHeadersInCheck");
        List<String> deprecated = settings.strings("includeHeadersInCheck");
        Http http = new Http(
                settings.string("pathPrefix"),
                headers.isEmpty() ? deprecated : headers,
                new TreeMap<>(settings.stringMap("includeAdditionalHeadersInCheck")),
                settings.strings("headersToUpstreamOnAllow"),
                settings.strings("headersToDownstreamOnDeny"),
                settings.strings("headersToDownstreamOnAllow"));
        return common(name, settings, Optional.of(http));
    }

    static ExtAuthzProvider grpc(String name, Fields settings) {
        return common(name, settings, Optional.empty());
    }

    private static ExtAuthzProvider common(String name, Fields settings, Optional<Http> http) {
        return new ExtAuthzProvider(
                name,
                settings.string("service"),
                settings.integer("port", 0, 0, Integer.MAX_VALUE),
                settings.duration("timeout").orElse(DEFAULT_TIMEOUT),
                settings.bool("failOpen", false),
                settings.string("statusOnError"),
                settings.has("includeRequestBodyInCheck")
                        ? Optional.of(body(settings.fields("includeRequestBodyInCheck")))
                        : Optional.empty(),
                http);
    }

    private static Body body(Fields body) {
        return new Body(
                body.integer("maxRequestBytes", 0, 0, Integer.MAX_VALUE),
                body.bool("allowPartialMessage", false),
                body.bool("packAsBytes", false));
    }

    /** Whether Istio takes these settings. Source: {@code buildExtAuthzHTTP}, pilot/pkg/security/authz/builder/extauthz.go. */
    public boolean isValid() {
        return port >= 1
                && port <= MAX_PORT
                && http.map(ExtAuthzProvider::isValid).orElse(true);
    }

    private static boolean isValid(Http http) {
        boolean path = http.pathPrefix().isEmpty() || http.pathPrefix().startsWith("/");
        return path
                && List.of(
                                http.requestHeaders(),
                                http.upstreamOnAllow(),
                                http.downstreamOnDeny(),
                                http.downstreamOnAllow())
                        .stream()
                        .noneMatch(headers -> headers.contains("*"));
    }
}
