package dev.dsctl.render.telemetry;

import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.provider.TracingProvider;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.config.core.v3.HttpService;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import java.util.List;

/** Services that a tracer calls over HTTP. Source: pilot/pkg/networking/core/tracing.go. */
final class HttpServices {

    private HttpServices() {}

    /** A service, with timeout and headers as its settings have them. */
    static HttpService of(Service service, String path, String cluster, TracingProvider.Http settings) {
        HttpUri.Builder uri =
                HttpUri.newBuilder().setUri(joined(service.hostname(), path)).setCluster(cluster);
        settings.timeout().ifPresent(timeout -> uri.setTimeout(duration(timeout)));
        return HttpService.newBuilder()
                .setHttpUri(uri)
                .addAllRequestHeadersToAdd(headers(settings.headers()))
                .build();
    }

    static List<HeaderValueOption> headers(List<TracingProvider.Header> headers) {
        return headers.stream()
                .map(header -> HeaderValueOption.newBuilder()
                        .setAppendAction(HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD)
                        .setHeader(header(header))
                        .build())
                .toList();
    }

    static HeaderValue header(TracingProvider.Header header) {
        return HeaderValue.newBuilder()
                .setKey(header.name())
                .setValue(header.value())
                .build();
    }

    static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }

    private static String joined(String host, String path) {
        return path.isEmpty() ? host : host + (path.startsWith("/") ? "" : "/") + path;
    }
}
