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
 * @param grpc how it is reached over gRPC
 * @param detectors resource detectors of OpenTelemetry: {@code environment}, {@code dynatrace}
 * @param sampler what decides which spans OpenTelemetry sends
 * @param named how OpenTelemetry names the workload
 * @param former what only former kinds have
 */
public record TracingProvider(
        String name,
        Kind kind,
        String service,
        int port,
        int maxTagLength,
        Zipkin zipkin,
        Optional<Http> http,
        Grpc grpc,
        List<String> detectors,
        Optional<Sampler> sampler,
        Naming named,
        Former former)
        implements ExtensionProvider {

    /** What collects spans. */
    public enum Kind {
        ZIPKIN,
        DATADOG,
        SKYWALKING,
        OPEN_TELEMETRY,
        LIGHTSTEP,
        OPEN_CENSUS
    }

    /** How OpenTelemetry names the workload that spans are from. */
    public enum Naming {
        /** As sidecars are named. */
        SIDECAR,
        /** By its own conventions for Kubernetes. */
        CONVENTIONS
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
     * A collector over gRPC.
     *
     * @param timeout for one export
     * @param metadata sent with every export
     */
    public record Grpc(Optional<Duration> timeout, List<Header> metadata) {}

    /**
     * Dynatrace's sampler.
     *
     * @param tenant in Dynatrace
     * @param clusterId in Dynatrace
     * @param rootSpansPerMinute when Dynatrace doesn't say
     * @param api where it is asked; empty for where spans go
     */
    public record Sampler(String tenant, int clusterId, int rootSpansPerMinute, Optional<Api> api) {

        /**
         * Where a sampler is asked.
         *
         * @param service {@code [namespace/]hostname} of its service
         * @param port its service port
         * @param http how it is reached
         */
        public record Api(String service, int port, Http http) {}

        private static Optional<Sampler> of(Fields provider) {
            if (!provider.has("dynatraceSampler")) {
                return Optional.empty();
            }
            Fields sampler = provider.fields("dynatraceSampler");
            Fields api = sampler.fields("httpService");
            return Optional.of(new Sampler(
                    sampler.string("tenant"),
                    sampler.integer("clusterId", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
                    sampler.integer("rootSpansPerMinute", 0, 0, Integer.MAX_VALUE),
                    sampler.has("httpService")
                            ? Optional.of(new Api(
                                    api.string("service"),
                                    api.integer("port", 0, 0, Integer.MAX_VALUE),
                                    TracingProvider.http(api.fields("http"))))
                            : Optional.empty()));
        }
    }

    /**
     * What only Lightstep and OpenCensus have.
     *
     * @param accessToken of Lightstep
     * @param contexts which headers carry the context of a trace for OpenCensus
     */
    public record Former(String accessToken, List<String> contexts) {}

    /**
     * A header.
     *
     * @param name its name
     * @param value its value
     */
    public record Header(String name, String value) {}

    static TracingProvider of(String name, Kind kind, Fields settings) {
        Fields detectors = settings.fields("resourceDetectors");
        Fields grpc = settings.fields("grpc");
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
                        headers(settings, "headers")),
                settings.has("http") ? Optional.of(http(settings.fields("http"))) : Optional.empty(),
                new Grpc(grpc.duration("timeout"), headers(grpc, "initialMetadata")),
                detectors.ignore(detectors.keys().toArray(String[]::new)).keys(),
                Sampler.of(settings),
                settings.string("serviceAttributeEnrichment").equals("OTEL_SEMANTIC_CONVENTIONS")
                        ? Naming.CONVENTIONS
                        : Naming.SIDECAR,
                new Former(settings.string("accessToken"), settings.strings("context")));
    }

    private static Http http(Fields http) {
        return new Http(http.string("path"), http.duration("timeout"), headers(http, "headers"));
    }

    private static List<Header> headers(Fields fields, String list) {
        return fields.list(list).stream()
                .map(header -> new Header(header.requiredString("name"), header.string("value")))
                .toList();
    }
}
