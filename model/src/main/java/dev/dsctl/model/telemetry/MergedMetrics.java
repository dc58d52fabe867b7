package dev.dsctl.model.telemetry;

import dev.dsctl.model.telemetry.Telemetry.Metrics;
import dev.dsctl.model.telemetry.Telemetry.MetricsOverride;
import dev.dsctl.model.telemetry.Telemetry.Mode;
import dev.dsctl.model.telemetry.Telemetry.TagOverride;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one provider of metrics gets after all Telemetry resources of a workload. Source: {@code mergeMetrics},
 * pilot/pkg/model/telemetry.go.
 */
public final class MergedMetrics {

    private static final List<String> ALL = List.of(
            "GRPC_REQUEST_MESSAGES",
            "GRPC_RESPONSE_MESSAGES",
            "REQUEST_COUNT",
            "REQUEST_DURATION",
            "REQUEST_SIZE",
            "RESPONSE_SIZE",
            "TCP_CLOSED_CONNECTIONS",
            "TCP_OPENED_CONNECTIONS",
            "TCP_RECEIVED_BYTES",
            "TCP_SENT_BYTES");

    private final Map<Mode, Map<String, Change>> changes = new EnumMap<>(Mode.class);
    private final Set<Mode> off = EnumSet.noneOf(Mode.class);
    private Optional<Duration> reportingInterval = Optional.empty();

    /**
     * How a metric differs from the usual one.
     *
     * @param disabled whether it is left out
     * @param tags changes to its dimensions, by name
     */
    public record Change(boolean disabled, Map<String, TagOverride> tags) {

        private static final Change NONE = new Change(false, Map.of());

        private Change with(MetricsOverride override) {
            Map<String, TagOverride> merged = new TreeMap<>(tags);
            merged.putAll(override.tags());
            return new Change(override.disabled().orElse(disabled), merged);
        }
    }

    private MergedMetrics() {}

    /** What each provider gets, by its name; the default ones when no resource says anything about metrics. */
    public static Map<String, MergedMetrics> of(List<Telemetry> telemetries, List<String> defaults) {
        List<Metrics> metrics =
                telemetries.stream().flatMap(t -> t.metrics().stream()).toList();
        Map<String, MergedMetrics> result = new TreeMap<>();
        if (metrics.isEmpty()) {
            defaults.forEach(provider -> result.put(provider, new MergedMetrics()));
            return result;
        }
        Set<String> last = new HashSet<>(
                Providers.last(metrics.stream().map(Metrics::providers).toList(), defaults));
        List<String> inherited = defaults;
        for (Metrics each : metrics) {
            inherited = each.providers().isEmpty() ? inherited : each.providers();
            for (String provider : inherited) {
                if (last.contains(provider)) {
                    result.computeIfAbsent(provider, p -> new MergedMetrics()).merge(each);
                }
            }
        }
        return result;
    }

    private void merge(Metrics metrics) {
        if (metrics.reportingInterval().isPresent()) {
            reportingInterval = metrics.reportingInterval();
        }
        for (MetricsOverride override : metrics.overrides()) {
            for (Mode side : List.of(Mode.CLIENT, Mode.SERVER)) {
                if (override.mode().includes(side)) {
                    merge(override, side);
                }
            }
        }
    }

    private void merge(MetricsOverride override, Mode side) {
        if (override.metric().isEmpty() && override.disabled().orElse(false)) {
            off.add(side);
            return;
        }
        off.remove(side);
        Map<String, Change> ofSide = changes.computeIfAbsent(side, s -> new TreeMap<>());
        for (String metric : override.metric().isEmpty() ? ALL : List.of(override.metric())) {
            ofSide.put(metric, ofSide.getOrDefault(metric, Change.NONE).with(override));
        }
    }

    /** Whether nothing at all is reported on a side. */
    public boolean isOff(Mode side) {
        return off.contains(side);
    }

    /** The metrics that differ from the usual ones, by name in Istio's API. */
    public Map<String, Change> changes(Mode side) {
        return new LinkedHashMap<>(changes.getOrDefault(side, Map.of()));
    }

    /** How often TCP metrics are reported, if said. */
    public Optional<Duration> reportingInterval() {
        return reportingInterval;
    }
}
