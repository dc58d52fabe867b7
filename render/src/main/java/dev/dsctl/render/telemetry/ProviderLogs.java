package dev.dsctl.render.telemetry;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.provider.LogProvider;
import dev.dsctl.model.telemetry.MergedLogging;
import dev.dsctl.render.Direction;
import dev.dsctl.render.Names;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLogFilter;
import io.envoyproxy.envoy.config.accesslog.v3.AndFilter;
import io.envoyproxy.envoy.config.accesslog.v3.ExtensionFilter;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The access logs that Telemetry resources ask for. Source: {@code AccessLogging}, pilot/pkg/model/telemetry.go, and {@code
 * buildAccessLogFromTelemetry}, pilot/pkg/networking/core/accesslog.go.
 *
 * @param reporting what holds for the proxy
 */
record ProviderLogs(Reporting reporting) {

    private static final String CEL = "envoy.access_loggers.extension_filters.cel";

    /** The logs of one direction; empty when older settings hold. */
    Optional<List<AccessLog>> of(Direction direction) {
        return reporting.logging(direction).flatMap(this::logs);
    }

    /** None at all when no provider is known: then older settings hold too. */
    private Optional<List<AccessLog>> logs(MergedLogging logging) {
        List<AccessLog> logs = new ArrayList<>();
        boolean known = false;
        for (Map.Entry<String, MergedLogging.Log> entry : logging.byProvider().entrySet()) {
            Optional<AccessLog> log = reporting
                    .provider(entry.getKey())
                    .filter(LogProvider.class::isInstance)
                    .flatMap(provider -> log((LogProvider) provider));
            known |= log.isPresent();
            if (log.isPresent() && !entry.getValue().disabled()) {
                logs.add(filtered(log.get(), entry.getValue()));
            }
        }
        return known ? Optional.of(logs) : Optional.empty();
    }

    private static AccessLog filtered(AccessLog log, MergedLogging.Log settings) {
        if (settings.filter().isEmpty()) {
            return log;
        }
        ExpressionFilter expression = ExpressionFilter.newBuilder()
                .setExpression(settings.filter().get())
                .build();
        return log.toBuilder()
                .setFilter(AccessLogFilter.newBuilder()
                        .setExtensionFilter(
                                ExtensionFilter.newBuilder().setName(CEL).setTypedConfig(Envoy.any(expression))))
                .build();
    }

    /** A log that only has what a further filter lets through. */
    static AccessLog narrowed(AccessLog log, AccessLogFilter filter) {
        AccessLogFilter both = log.hasFilter()
                ? AccessLogFilter.newBuilder()
                        .setAndFilter(AndFilter.newBuilder().addFilters(filter).addFilters(log.getFilter()))
                        .build()
                : filter;
        return log.toBuilder().setFilter(both).build();
    }

    private Optional<AccessLog> log(LogProvider provider) {
        if (provider.kind() == LogProvider.Kind.FILE) {
            return Optional.of(FileAccessLogs.of(provider, reporting.view()));
        }
        return reporting
                .view()
                .mesh()
                .serviceNamed(provider.service())
                .map(service -> ServiceAccessLogs.of(
                        provider, grpc(provider, service), reporting.view().profile()));
    }

    private static GrpcService grpc(LogProvider provider, Service service) {
        return GrpcService.newBuilder()
                .setEnvoyGrpc(GrpcService.EnvoyGrpc.newBuilder()
                        .setClusterName(Names.outbound(provider.port(), "", service.hostname()))
                        .setAuthority(service.hostname()))
                .build();
    }
}
