package dev.dsctl.model.provider;

import dev.dsctl.model.manifest.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Somewhere spans are sent. Source: the tracing providers of istio/api mesh/v1alpha1/config.proto.
 *
 * @param name the name policies use
 * @param kind what it is
 * @param service {@code [namespace/]hostname} of its service
 * @param port its service port
 * @param maxTagLength of the path in spans, 0 for the usual one
 * @param zipkin what only Zipkin has
 * @param http how an OpenTelemetry collector is reached over HTTP; empty for gRPC
 * @param grpcTimeout for one export over gRPC
 * @param detectors resource detectors of OpenTelemetry: {@code environment}, {@code dynatrace}
 */
public record TracingProvider(
        String name,
        Kind kind,
        String service,
        int port,
        int maxTagLength,
        Zipkin zipkin,
        Optional<Http> http,
        Optional<Duration> grpcTimeout,
        List<String> detectors)
        implements ExtensionProvider {

    /** What collects spans. */
    public enum Kind {
        ZIPKIN,
        DATADOG,
        SKYWALKING,
        OPEN_TELEMETRY
    }

    /**
     * What only Zipkin has.
     *
     * @param shortIds whether trace ids have 64 bits
     * @param path of the collector, empty for the usual one
     * @param contextOption {@code USE_B3} or {@code USE_B3_WITH_W3C_PROPAGATION}
     * @param timeout for one export
     * @param headers sent with every export
     */
    public record Zipkin(
            boolean shortIds, String path, String contextOption, Optional<Duration> timeout, List<Header> headers) {}

    /**
     * A collector over HTTP.
     *
     * @param path of the collector
     * @param timeout for one export
     * @param headers sent with every export
     */
    public record Http(String path, Optional<Duration> timeout, List<Header> headers) {}

    /**
     * A header.
     *
     * @param name its name
     * @param value its value
     */
    public record Header(String name, String value) {}

    static TracingProvider of(String name, Kind kind, Fields settings) {
        Fields detectors = settings.fields("resourceDetectors");
        Fields http = settings.fields("http");
        return new TracingProvider(
                name,
                kind,
                settings.string("service"),
                settings.integer("port", 0, 0, Integer.MAX_VALUE),
                settings.integer("maxTagLength", 0, 0, Integer.MAX_VALUE),
                new Zipkin(
                        settings.bool("enable64bitTraceId", false),
                        settings.string("path"),
                        settings.string("traceContextOption", "USE_B3"),
                        settings.duration("timeout"),
                        headers(settings)),
                settings.has("http")
                        ? Optional.of(new Http(http.string("path"), http.duration("timeout"), headers(http)))
                        : Optional.empty(),
                settings.fields("grpc").duration("timeout"),
                detectors.keys());
    }

    private static List<Header> headers(Fields fields) {
        return fields.list("headers").stream()
                .map(header -> new Header(header.requiredString("name"), header.string("value")))
                .toList();
    }
}
