package dev.dsctl.render.telemetry;

import com.google.protobuf.Any;
import dev.dsctl.model.provider.TracingProvider;
import dev.dsctl.render.json.TypedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tracer for an OpenCensus agent. Source: {@code opencensusConfig}, pilot/pkg/networking/core/tracing.go. */
final class OpenCensusTracer {

    private static final List<String> ALL = List.of("B3", "CLOUD_TRACE_CONTEXT", "GRPC_TRACE_BIN", "TRACE_CONTEXT");

    private OpenCensusTracer() {}

    static Any of(TracingProvider provider) {
        List<String> written = provider.former().contexts();
        List<String> contexts = written.isEmpty()
                ? ALL
                : written.stream().map(OpenCensusTracer::context).toList();
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("ocagentExporterEnabled", true);
        config.put("ocagentAddress", provider.service() + ":" + provider.port());
        config.put("incomingTraceContext", contexts);
        config.put("outgoingTraceContext", contexts);
        return TypedJson.of("envoy.config.trace.v3.OpenCensusConfig", config);
    }

    private static String context(String name) {
        return switch (name) {
            case "W3C_TRACE_CONTEXT" -> "TRACE_CONTEXT";
            case "GRPC_BIN" -> "GRPC_TRACE_BIN";
            case "UNSPECIFIED" -> "NONE";
            default -> name;
        };
    }
}
