package dev.dsctl.model.provider;

import dev.dsctl.model.manifest.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something outside the proxy that policies can name: {@code extensionProviders} of the mesh's settings. Source: istio/api
 * mesh/v1alpha1/config.proto.
 */
public sealed interface ExtensionProvider
        permits ExtAuthzProvider, LogProvider, TracingProvider, ExtensionProvider.Other {

    /** The name policies use. */
    String name();

    /**
     * A provider of a kind that isn't read further.
     *
     * @param name the name policies use
     * @param kind the field that holds its settings, for instance {@code zipkin}; empty when there is none
     */
    record Other(String name, String kind) implements ExtensionProvider {}

    /** Every mesh has these unless its settings give others by their names. Source: {@code DefaultMeshConfig}, pkg/config/mesh/mesh.go. */
    List<ExtensionProvider> BUILT_IN =
            List.of(new Other("prometheus", "prometheus"), new Other("stackdriver", "stackdriver"), LogProvider.ENVOY);

    /** The providers of a mesh: the built-in ones, changed and completed by those written. */
    static List<ExtensionProvider> all(List<Fields> written) {
        Map<String, ExtensionProvider> all = new LinkedHashMap<>();
        BUILT_IN.forEach(provider -> all.put(provider.name(), provider));
        written.forEach(fields -> {
            ExtensionProvider provider = of(fields);
            all.put(provider.name(), provider);
        });
        return List.copyOf(all.values());
    }

    private static ExtensionProvider of(Fields provider) {
        String name = provider.string("name");
        for (String kind : provider.keys()) {
            if (!kind.equals("name")) {
                return of(name, kind, provider.fields(kind));
            }
        }
        return new Other(name, "");
    }

    private static ExtensionProvider of(String name, String kind, Fields settings) {
        return switch (kind) {
            case "envoyExtAuthzHttp" -> ExtAuthzProvider.http(name, settings);
            case "envoyExtAuthzGrpc" -> ExtAuthzProvider.grpc(name, settings);
            case "envoyFileAccessLog" -> LogProvider.of(name, LogProvider.Kind.FILE, settings);
            case "envoyHttpAls" -> LogProvider.of(name, LogProvider.Kind.HTTP_SERVICE, settings);
            case "envoyTcpAls" -> LogProvider.of(name, LogProvider.Kind.TCP_SERVICE, settings);
            case "envoyOtelAls" -> LogProvider.of(name, LogProvider.Kind.OPEN_TELEMETRY, settings);
            case "zipkin" -> TracingProvider.of(name, TracingProvider.Kind.ZIPKIN, settings);
            case "datadog" -> TracingProvider.of(name, TracingProvider.Kind.DATADOG, settings);
            case "skywalking" -> TracingProvider.of(name, TracingProvider.Kind.SKYWALKING, settings);
            case "opentelemetry" -> TracingProvider.of(name, TracingProvider.Kind.OPEN_TELEMETRY, settings);
            case "lightstep" -> TracingProvider.of(name, TracingProvider.Kind.LIGHTSTEP, settings);
            case "opencensus" -> TracingProvider.of(name, TracingProvider.Kind.OPEN_CENSUS, settings);
            default -> new Other(name, kind);
        };
    }
}
