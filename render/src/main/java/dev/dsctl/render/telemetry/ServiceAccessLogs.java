package dev.dsctl.render.telemetry;

import com.google.protobuf.Message;
import dev.dsctl.model.profile.AccessLogChoices.LoggedState;
import dev.dsctl.model.profile.AccessLogChoices.ProvidersState;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.provider.LogProvider;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig;
import java.util.List;
import java.util.stream.Stream;

/** Access logs that go to the service of the bootstrap configuration. Source: pilot/pkg/networking/core/accesslog.go. */
final class ServiceAccessLogs {

    private static final String CLUSTER = "envoy_accesslog_service";
    private static final List<String> WASM_STATE =
            List.of("wasm.upstream_peer", "wasm.upstream_peer_id", "wasm.downstream_peer", "wasm.downstream_peer_id");

    private static final List<String> NATIVE_STATE = List.of("upstream_peer", "downstream_peer");
    private static final List<String> NATIVE_AND_WASM_STATE =
            Stream.concat(NATIVE_STATE.stream(), WASM_STATE.stream()).toList();

    private ServiceAccessLogs() {}

    /** Of requests. */
    static AccessLog http(IstioProfile profile) {
        HttpGrpcAccessLogConfig config = HttpGrpcAccessLogConfig.newBuilder()
                .setCommonConfig(common("http_envoy_accesslog", profile))
                .build();
        return AccessLog.newBuilder()
                .setName("envoy.access_loggers.http_grpc")
                .setTypedConfig(Envoy.any(config))
                .build();
    }

    /** Of connections. */
    static AccessLog tcp(String logName, IstioProfile profile) {
        TcpGrpcAccessLogConfig config = TcpGrpcAccessLogConfig.newBuilder()
                .setCommonConfig(common(logName, profile))
                .build();
        return AccessLog.newBuilder()
                .setName("envoy.tcp_grpc_access_log")
                .setTypedConfig(Envoy.any(config))
                .build();
    }

    /** The log of a provider that is a service. */
    static AccessLog of(LogProvider provider, GrpcService service, IstioProfile profile) {
        CommonGrpcAccessLogConfig.Builder common = CommonGrpcAccessLogConfig.newBuilder()
                .setLogName(provider.logName().isEmpty() ? usualName(provider) : provider.logName())
                .setGrpcService(service)
                .setTransportApiVersion(ApiVersion.V3)
                .addAllFilterStateObjectsToLog(
                        provider.logged().filterState().isEmpty()
                                ? state(provider, profile)
                                : provider.logged().filterState());
        return switch (provider.kind()) {
            case HTTP_SERVICE ->
                log(
                        "envoy.access_loggers.http_grpc",
                        HttpGrpcAccessLogConfig.newBuilder()
                                .setCommonConfig(common)
                                .addAllAdditionalRequestHeadersToLog(
                                        provider.logged().requestHeaders())
                                .addAllAdditionalResponseHeadersToLog(
                                        provider.logged().responseHeaders())
                                .addAllAdditionalResponseTrailersToLog(
                                        provider.logged().responseTrailers())
                                .build());
            case TCP_SERVICE ->
                log(
                        "envoy.tcp_grpc_access_log",
                        TcpGrpcAccessLogConfig.newBuilder()
                                .setCommonConfig(common)
                                .build());
            case OPEN_TELEMETRY ->
                log("envoy.access_loggers.open_telemetry", OpenTelemetryLogs.of(provider, common.build(), profile));
            case FILE -> throw new IllegalArgumentException("a file is no service");
        };
    }

    private static AccessLog log(String name, Message config) {
        return AccessLog.newBuilder()
                .setName(name)
                .setTypedConfig(Envoy.any(config))
                .build();
    }

    private static String usualName(LogProvider provider) {
        return switch (provider.kind()) {
            case HTTP_SERVICE -> "http_envoy_accesslog";
            case TCP_SERVICE -> "tcp_envoy_accesslog";
            case OPEN_TELEMETRY -> "otel_envoy_accesslog";
            case FILE -> "";
        };
    }

    private static CommonGrpcAccessLogConfig common(String logName, IstioProfile profile) {
        return CommonGrpcAccessLogConfig.newBuilder()
                .setLogName(logName)
                .setGrpcService(GrpcService.newBuilder()
                        .setEnvoyGrpc(GrpcService.EnvoyGrpc.newBuilder().setClusterName(CLUSTER)))
                .setTransportApiVersion(ApiVersion.V3)
                .addAllFilterStateObjectsToLog(state(profile))
                .build();
    }

    /** What the metadata exchange left about the peers, for the service of the mesh's settings. */
    private static List<String> state(IstioProfile profile) {
        return switch (profile.choice(LoggedState.class)) {
            case WASM -> WASM_STATE;
            case NATIVE_AND_WASM -> NATIVE_AND_WASM_STATE;
        };
    }

    /** The same for a provider. */
    private static List<String> state(LogProvider provider, IstioProfile profile) {
        boolean openTelemetry = provider.kind() == LogProvider.Kind.OPEN_TELEMETRY;
        return switch (profile.choice(ProvidersState.class)) {
            case WASM -> WASM_STATE;
            case NATIVE -> NATIVE_STATE;
            case NATIVE_BUT_ALL_FOR_OPEN_TELEMETRY -> openTelemetry ? NATIVE_AND_WASM_STATE : NATIVE_STATE;
        };
    }
}
