package dev.dsctl.model.telemetry;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.WorkloadSelector;
import dev.dsctl.model.mesh.ProxyConfig.CustomTag;
import dev.dsctl.model.telemetry.Telemetry.AccessLogging;
import dev.dsctl.model.telemetry.Telemetry.Metrics;
import dev.dsctl.model.telemetry.Telemetry.MetricsOverride;
import dev.dsctl.model.telemetry.Telemetry.Mode;
import dev.dsctl.model.telemetry.Telemetry.TagOverride;
import dev.dsctl.model.telemetry.Telemetry.Tracing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Telemetry resources. Source: istio/api telemetry/v1alpha1/telemetry.proto. */
final class TelemetryReader {

    private static final String ALL = "ALL_METRICS";

    private TelemetryReader() {}

    static Telemetry read(Manifest manifest, Problems problems) {
        Fields spec = Fields.of(manifest, problems).fields("spec");
        return new Telemetry(
                ObjectMeta.of(manifest),
                WorkloadSelector.of(spec),
                spec.list("metrics").stream().map(TelemetryReader::metrics).toList(),
                spec.list("tracing").stream().map(TelemetryReader::tracing).toList(),
                spec.list("accessLogging").stream()
                        .map(TelemetryReader::logging)
                        .toList());
    }

    private static List<String> providers(Fields fields) {
        return fields.list("providers").stream()
                .map(provider -> provider.requiredString("name"))
                .toList();
    }

    private static Mode mode(Fields match) {
        String mode = match.string("mode", Mode.CLIENT_AND_SERVER.name());
        for (Mode known : Mode.values()) {
            if (known.name().equals(mode)) {
                return known;
            }
        }
        match.error("mode", "must be CLIENT_AND_SERVER, CLIENT or SERVER, is '" + mode + "'");
        return Mode.CLIENT_AND_SERVER;
    }

    private static Metrics metrics(Fields metrics) {
        return new Metrics(
                providers(metrics),
                metrics.list("overrides").stream()
                        .map(TelemetryReader::override)
                        .toList(),
                metrics.duration("reportingInterval"));
    }

    private static MetricsOverride override(Fields override) {
        Fields match = override.fields("match");
        String metric = match.string("metric", match.string("customMetric"));
        Fields tagOverrides = override.fields("tagOverrides");
        Map<String, TagOverride> tags = new LinkedHashMap<>();
        for (String tag : tagOverrides.keys()) {
            Fields change = tagOverrides.fields(tag);
            tags.put(tag, new TagOverride(change.string("operation").equals("REMOVE"), change.string("value")));
        }
        return new MetricsOverride(
                mode(match), metric.equals(ALL) ? "" : metric, optionalBool(override, "disabled"), tags);
    }

    private static Optional<Boolean> optionalBool(Fields fields, String key) {
        return fields.has(key) ? Optional.of(fields.bool(key, false)) : Optional.empty();
    }

    private static Tracing tracing(Fields tracing) {
        return new Tracing(
                mode(tracing.fields("match")),
                providers(tracing),
                tracing.has("randomSamplingPercentage")
                        ? Optional.of(tracing.number("randomSamplingPercentage", 0))
                        : Optional.empty(),
                optionalBool(tracing, "disableSpanReporting"),
                tracing.has("customTags") ? Optional.of(customTags(tracing.fields("customTags"))) : Optional.empty(),
                optionalBool(tracing, "useRequestIdForTraceSampling"),
                optionalBool(tracing, "enableIstioTags"),
                optionalBool(tracing, "disableContextPropagation"));
    }

    private static Map<String, CustomTag> customTags(Fields tags) {
        Map<String, CustomTag> result = new LinkedHashMap<>();
        tags.keys().forEach(name -> CustomTag.of(tags.fields(name)).ifPresent(tag -> result.put(name, tag)));
        return result;
    }

    private static AccessLogging logging(Fields logging) {
        return new AccessLogging(
                mode(logging.fields("match")),
                providers(logging),
                logging.bool("disabled", false),
                logging.has("filter") ? Optional.of(logging.fields("filter").string("expression")) : Optional.empty());
    }
}
