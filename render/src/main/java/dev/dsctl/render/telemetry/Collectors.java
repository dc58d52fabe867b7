package dev.dsctl.render.telemetry;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TelemetryChoices.ZipkinCollector;
import dev.dsctl.model.provider.TracingProvider;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Names;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
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
import java.util.List;
import java.util.Optional;

/**
 * Where spans of a proxy go. Source: {@code configureFromProviderConfig}, pilot/pkg/networking/core/tracing.go.
 *
 * @param provider the collector
 * @param service the service it is
 * @param view what the proxy sees
 */
record Collectors(TracingProvider provider, Service service, ProxyView view) {

    private static final String ZIPKIN_PATH = "/api/v2/spans";
    private static final java.time.Duration ZIPKIN_TIMEOUT = java.time.Duration.ofSeconds(5);

    /** The tracing of a connection manager whose spans go to a provider; none when its service isn't known. */
    static Optional<HttpConnectionManager.Tracing.Builder> tracing(TracingProvider provider, ProxyView view) {
        return view.mesh()
                .serviceNamed(provider.service())
                .map(service -> new Collectors(provider, service, view).tracing());
    }

    private HttpConnectionManager.Tracing.Builder tracing() {
        HttpConnectionManager.Tracing.Builder tracing = HttpConnectionManager.Tracing.newBuilder();
        switch (provider.kind()) {
            case ZIPKIN -> tracing.setProvider(named("envoy.tracers.zipkin", zipkin(view.profile())));
            case DATADOG -> tracing.setProvider(named("envoy.tracers.datadog", datadog()));
            case OPEN_TELEMETRY -> tracing.setProvider(named("envoy.tracers.opentelemetry", openTelemetry()));
            case SKYWALKING -> {
                SkyWalkingConfig config =
                        SkyWalkingConfig.newBuilder().setGrpcService(grpc()).build();
                tracing.setProvider(named("envoy.tracers.skywalking", config)).setSpawnUpstreamSpan(BoolValue.of(true));
            }
        }
        if (provider.maxTagLength() > 0 && provider.kind() != TracingProvider.Kind.SKYWALKING) {
            tracing.setMaxPathTagLength(UInt32Value.of(provider.maxTagLength()));
        }
        return tracing;
    }

    private static Http named(String name, Message config) {
        return Http.newBuilder().setName(name).setTypedConfig(Envoy.any(config)).build();
    }

    private String cluster() {
        return Names.outbound(provider.port(), "", service.hostname());
    }

    private GrpcService.Builder grpc() {
        return GrpcService.newBuilder()
                .setEnvoyGrpc(GrpcService.EnvoyGrpc.newBuilder()
                        .setClusterName(cluster())
                        .setAuthority(service.hostname()));
    }

    private ZipkinConfig zipkin(IstioProfile profile) {
        TracingProvider.Zipkin settings = provider.zipkin();
        String path = settings.path().isEmpty() ? ZIPKIN_PATH : settings.path();
        ZipkinConfig.Builder zipkin = ZipkinConfig.newBuilder()
                .setCollectorEndpointVersion(ZipkinConfig.CollectorEndpointVersion.HTTP_JSON)
                .setTraceId128Bit(!settings.shortIds())
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
                                        .setTimeout(duration(settings.timeout().orElse(ZIPKIN_TIMEOUT))))
                                .addAllRequestHeadersToAdd(headers(settings.headers()))
                                .build());
        };
    }

    private DatadogConfig datadog() {
        return DatadogConfig.newBuilder()
                .setCollectorCluster(cluster())
                .setCollectorHostname(service.hostname())
                .setServiceName(serviceName())
                .build();
    }

    private OpenTelemetryConfig openTelemetry() {
        OpenTelemetryConfig.Builder config = OpenTelemetryConfig.newBuilder().setServiceName(serviceName());
        if (provider.http().isPresent()) {
            TracingProvider.Http settings = provider.http().get();
            HttpUri.Builder uri = HttpUri.newBuilder()
                    .setUri(joined(service.hostname(), settings.path()))
                    .setCluster(cluster());
            settings.timeout().ifPresent(timeout -> uri.setTimeout(duration(timeout)));
            config.setHttpService(
                    HttpService.newBuilder().setHttpUri(uri).addAllRequestHeadersToAdd(headers(settings.headers())));
        } else {
            GrpcService.Builder grpc = grpc();
            provider.grpcTimeout().ifPresent(timeout -> grpc.setTimeout(duration(timeout)));
            config.setGrpcService(grpc);
        }
        provider.detectors().stream()
                .sorted((a, b) -> b.compareTo(a))
                .forEach(name -> detector(name).ifPresent(config::addResourceDetectors));
        return config.build();
    }

    private static String joined(String host, String path) {
        return path.isEmpty() ? host : host + (path.startsWith("/") ? "" : "/") + path;
    }

    private static Optional<TypedExtensionConfig> detector(String name) {
        return switch (name) {
            case "environment" -> Optional.of(detector(name, EnvironmentResourceDetectorConfig.getDefaultInstance()));
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

    private static List<HeaderValueOption> headers(List<TracingProvider.Header> headers) {
        return headers.stream()
                .map(header -> HeaderValueOption.newBuilder()
                        .setAppendAction(HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD)
                        .setHeader(
                                HeaderValue.newBuilder().setKey(header.name()).setValue(header.value()))
                        .build())
                .toList();
    }

    private static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
