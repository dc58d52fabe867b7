package dev.dsctl.render.telemetry;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.Message;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TelemetryChoices.ZipkinCollector;
import dev.dsctl.model.profile.TracingChoices.CollectorMetadata;
import dev.dsctl.model.profile.TracingChoices.Lightstep;
import dev.dsctl.model.profile.TracingChoices.OpenCensus;
import dev.dsctl.model.profile.TracingChoices.SpanNames;
import dev.dsctl.model.profile.TracingChoices.TraceContext;
import dev.dsctl.model.profile.TracingChoices.ZipkinIds;
import dev.dsctl.model.provider.TracingProvider;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Names;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.HttpService;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.trace.v3.DatadogConfig;
import io.envoyproxy.envoy.config.trace.v3.OpenTelemetryConfig;
import io.envoyproxy.envoy.config.trace.v3.SkyWalkingConfig;
import io.envoyproxy.envoy.config.trace.v3.Tracing.Http;
import io.envoyproxy.envoy.config.trace.v3.ZipkinConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.tracers.opentelemetry.resource_detectors.v3.DynatraceResourceDetectorConfig;
import io.envoyproxy.envoy.extensions.tracers.opentelemetry.resource_detectors.v3.EnvironmentResourceDetectorConfig;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where spans of a proxy go. Source: {@code configureFromProviderConfig}, pilot/pkg/networking/core/tracing.go.
 *
 * @param provider the collector
 * @param service the service it is
 * @param view what the proxy sees
 */
record Collectors(TracingProvider provider, Service service, ProxyView view) {

    private static final String ENVIRONMENT = "environment";
    private static final String OPEN_TELEMETRY = "envoy.tracers.opentelemetry";
    private static final String WITH_W3C = "USE_B3_WITH_W3C_PROPAGATION";
    private static final String ZIPKIN_PATH = "/api/v2/spans";
    private static final java.time.Duration ZIPKIN_TIMEOUT = java.time.Duration.ofSeconds(5);

    /** The tracing of a connection manager whose spans go to a provider; none when it isn't known or the release has none such. */
    static Optional<HttpConnectionManager.Tracing.Builder> tracing(TracingProvider provider, ProxyView view) {
        if (provider.kind() == TracingProvider.Kind.OPEN_CENSUS) {
            return openCensus(provider, view.profile());
        }
        return view.mesh()
                .serviceNamed(provider.service())
                .flatMap(service -> new Collectors(provider, service, view).tracing());
    }

    private static Optional<HttpConnectionManager.Tracing.Builder> openCensus(
            TracingProvider provider, IstioProfile profile) {
        return switch (profile.choice(OpenCensus.class)) {
            case SUPPORTED ->
                Optional.of(tracing(named("envoy.tracers.opencensus", OpenCensusTracer.of(provider)), provider));
            case GONE -> Optional.empty();
        };
    }

    private Optional<HttpConnectionManager.Tracing.Builder> tracing() {
        return switch (provider.kind()) {
            case ZIPKIN -> Optional.of(tracing(named("envoy.tracers.zipkin", zipkin(view.profile())), provider));
            case DATADOG -> Optional.of(tracing(named("envoy.tracers.datadog", datadog()), provider));
            case OPEN_TELEMETRY -> openTelemetry().map(config -> tracing(named(OPEN_TELEMETRY, config), provider));
            case LIGHTSTEP ->
                switch (view.profile().choice(Lightstep.class)) {
                    case OPEN_TELEMETRY -> Optional.of(tracing(named(OPEN_TELEMETRY, lightstep()), provider));
                    case LIGHTSTEP -> Optional.of(tracing(named("envoy.tracers.lightstep", lightstep()), provider));
                    case GONE -> Optional.empty();
                };
            case SKYWALKING -> {
                SkyWalkingConfig config =
                        SkyWalkingConfig.newBuilder().setGrpcService(grpc()).build();
                yield Optional.of(HttpConnectionManager.Tracing.newBuilder()
                        .setProvider(named("envoy.tracers.skywalking", config))
                        .setSpawnUpstreamSpan(BoolValue.of(true)));
            }
            case OPEN_CENSUS -> throw new IllegalStateException("an agent isn't looked up");
        };
    }

    private static HttpConnectionManager.Tracing.Builder tracing(Http tracer, TracingProvider provider) {
        HttpConnectionManager.Tracing.Builder tracing =
                HttpConnectionManager.Tracing.newBuilder().setProvider(tracer);
        if (provider.maxTagLength() > 0) {
            tracing.setMaxPathTagLength(UInt32Value.of(provider.maxTagLength()));
        }
        return tracing;
    }

    private static Http named(String name, Any config) {
        return Http.newBuilder().setName(name).setTypedConfig(config).build();
    }

    private static Http named(String name, Message config) {
        return named(name, Envoy.any(config));
    }

    static String cluster(Service service, int port) {
        return Names.outbound(port, "", service.hostname());
    }

    String cluster() {
        return cluster(service, provider.port());
    }

    private GrpcService.Builder grpc() {
        return GrpcService.newBuilder()
                .setEnvoyGrpc(GrpcService.EnvoyGrpc.newBuilder()
                        .setClusterName(cluster())
                        .setAuthority(service.hostname()));
    }

    private ZipkinConfig zipkin(IstioProfile profile) {
        ZipkinConfig zipkin = zipkinCollector(profile);
        boolean told = switch (profile.choice(TraceContext.class)) {
            case UNTOLD -> false;
            // The other option is the default, which JSON leaves out.
            case TOLD -> provider.zipkin().contextOption().equals(WITH_W3C);
        };
        return told ? NewerFields.with(zipkin, "traceContextOption", WITH_W3C) : zipkin;
    }

    private ZipkinConfig zipkinCollector(IstioProfile profile) {
        TracingProvider.Zipkin settings = provider.zipkin();
        String path = settings.path().isEmpty() ? ZIPKIN_PATH : settings.path();
        ZipkinConfig.Builder zipkin = ZipkinConfig.newBuilder()
                .setCollectorEndpointVersion(ZipkinConfig.CollectorEndpointVersion.HTTP_JSON)
                .setTraceId128Bit(hasLongIds(settings, profile))
                .setSharedSpanContext(BoolValue.of(false));
        return switch (profile.choice(ZipkinCollector.class)) {
            case CLUSTER ->
                zipkin.setCollectorCluster(cluster())
                        .setCollectorEndpoint(path)
                        .setCollectorHostname(service.hostname())
                        .build();
            case HTTP_SERVICE ->
                NewerFields.with(
                        zipkin.build(),
                        "collectorService",
                        HttpService.newBuilder()
                                .setHttpUri(HttpUri.newBuilder()
                                        .setUri("http://" + service.hostname() + path)
                                        .setCluster(cluster())
                                        .setTimeout(HttpServices.duration(
                                                settings.timeout().orElse(ZIPKIN_TIMEOUT))))
                                .addAllRequestHeadersToAdd(HttpServices.headers(settings.headers()))
                                .build());
        };
    }

    private static boolean hasLongIds(TracingProvider.Zipkin settings, IstioProfile profile) {
        return switch (profile.choice(ZipkinIds.class)) {
            case LONG -> true;
            case CONFIGURABLE -> !settings.shortIds();
        };
    }

    private DatadogConfig datadog() {
        return DatadogConfig.newBuilder()
                .setCollectorCluster(cluster())
                .setCollectorHostname(service.hostname())
                .setServiceName(serviceName())
                .build();
    }

    /** Empty when its sampler can't be asked. */
    private Optional<OpenTelemetryConfig> openTelemetry() {
        boolean conventions = hasConventions();
        OpenTelemetryConfig.Builder config =
                OpenTelemetryConfig.newBuilder().setServiceName(conventions ? conventionalName() : serviceName());
        provider.http()
                .ifPresentOrElse(
                        http -> config.setHttpService(HttpServices.of(service, http.path(), cluster(), http)),
                        () -> config.setGrpcService(openTelemetryGrpc()));
        provider.detectors().stream()
                .sorted((a, b) -> b.compareTo(a))
                .forEach(name -> detector(name).ifPresent(config::addResourceDetectors));
        if (conventions && !provider.detectors().contains(ENVIRONMENT)) {
            detector(ENVIRONMENT).ifPresent(config::addResourceDetectors);
        }
        if (Samplers.has(provider, view.profile())) {
            return Samplers.of(provider.sampler().orElseThrow(), this, view)
                    .map(sampler -> config.setSampler(sampler).build());
        }
        return Optional.of(config.build());
    }

    private GrpcService openTelemetryGrpc() {
        GrpcService.Builder grpc = grpc();
        provider.grpc().timeout().ifPresent(timeout -> grpc.setTimeout(HttpServices.duration(timeout)));
        switch (view.profile().choice(CollectorMetadata.class)) {
            case NONE -> {}
            case SENT ->
                provider.grpc().metadata().forEach(entry -> grpc.addInitialMetadata(HttpServices.header(entry)));
        }
        return grpc.build();
    }

    private OpenTelemetryConfig lightstep() {
        TracingProvider.Header token = new TracingProvider.Header(
                "lightstep-access-token", provider.former().accessToken());
        return OpenTelemetryConfig.newBuilder()
                .setGrpcService(grpc().addInitialMetadata(HttpServices.header(token)))
                .build();
    }

    private static Optional<TypedExtensionConfig> detector(String name) {
        return switch (name) {
            case ENVIRONMENT -> Optional.of(detector(name, EnvironmentResourceDetectorConfig.getDefaultInstance()));
            case "dynatrace" -> Optional.of(detector(name, DynatraceResourceDetectorConfig.getDefaultInstance()));
            default -> Optional.empty();
        };
    }

    private static TypedExtensionConfig detector(String name, Message config) {
        return TypedExtensionConfig.newBuilder()
                .setName("envoy.tracers.opentelemetry.resource_detectors." + name)
                .setTypedConfig(Envoy.any(config))
                .build();
    }

    /** The name that the sidecar starts with unless it is told another. Source: pkg/bootstrap, {@code APP_LABEL_AND_NAMESPACE}. */
    private String serviceName() {
        Proxy proxy = view.proxy();
        return proxy.labels().getOrDefault("app", "istio-proxy") + "." + proxy.namespace();
    }

    private boolean hasConventions() {
        return switch (view.profile().choice(SpanNames.class)) {
            case SIDECARS -> false;
            case CONFIGURABLE -> provider.named() == TracingProvider.Naming.CONVENTIONS;
        };
    }

    /** Source: {@code otelServiceName}, pilot/pkg/networking/core/tracing.go. */
    private String conventionalName() {
        Proxy proxy = view.proxy();
        return Stream.of(
                        proxy.annotations().getOrDefault("resource.opentelemetry.io/service.name", ""),
                        proxy.labels().getOrDefault("app.kubernetes.io/instance", ""),
                        proxy.labels().getOrDefault("app.kubernetes.io/name", ""),
                        proxy.workload(),
                        proxy.name())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("unknown_service");
    }
}
