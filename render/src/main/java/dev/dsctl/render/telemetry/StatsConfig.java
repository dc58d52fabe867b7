package dev.dsctl.render.telemetry;

import com.google.protobuf.Duration;
import dev.dsctl.istio.stats.MetricConfig;
import dev.dsctl.istio.stats.PluginConfig;
import dev.dsctl.model.telemetry.MergedMetrics;
import dev.dsctl.render.Direction;
import java.util.Map;

/** The settings of the filter that reports metrics. Source: {@code generateStatsConfig}, pilot/pkg/model/telemetry.go. */
final class StatsConfig {

    private static final Map<String, String> PROMETHEUS_NAMES = Map.of(
            "REQUEST_COUNT", "requests_total",
            "REQUEST_DURATION", "request_duration_milliseconds",
            "REQUEST_SIZE", "request_bytes",
            "RESPONSE_SIZE", "response_bytes",
            "TCP_OPENED_CONNECTIONS", "tcp_connections_opened_total",
            "TCP_CLOSED_CONNECTIONS", "tcp_connections_closed_total",
            "TCP_SENT_BYTES", "tcp_sent_bytes_total",
            "TCP_RECEIVED_BYTES", "tcp_received_bytes_total",
            "GRPC_REQUEST_MESSAGES", "request_messages_total",
            "GRPC_RESPONSE_MESSAGES", "response_messages_total");

    private StatsConfig() {}

    static PluginConfig of(MergedMetrics metrics, Direction direction) {
        PluginConfig.Builder config =
                PluginConfig.newBuilder().setDisableHostHeaderFallback(direction == Direction.INBOUND);
        metrics.reportingInterval()
                .ifPresent(interval -> config.setTcpReportingDuration(
                        Duration.newBuilder().setSeconds(interval.getSeconds()).setNanos(interval.getNano())));
        metrics.changes(Reporting.side(direction))
                .forEach((metric, change) -> config.addMetrics(metric(metric, change)));
        return config.build();
    }

    private static MetricConfig metric(String name, MergedMetrics.Change change) {
        MetricConfig.Builder metric = MetricConfig.newBuilder()
                .setName(PROMETHEUS_NAMES.getOrDefault(name, name))
                .setDrop(change.disabled());
        change.tags().forEach((tag, override) -> {
            if (override.remove()) {
                metric.addTagsToRemove(tag);
            } else {
                metric.putDimensions(tag, override.value());
            }
        });
        return metric.build();
    }
}
