package dev.dsctl.model.telemetry;

import dev.dsctl.model.mesh.ProxyConfig.CustomTag;
import dev.dsctl.model.telemetry.Telemetry.Mode;
import dev.dsctl.model.telemetry.Telemetry.Tracing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one side of calls is traced after all Telemetry resources of a workload. Source: {@code Tracing}, pilot/pkg/model/telemetry.go.
 *
 * @param provider to whom spans go; empty when none is named
 * @param disabled whether spans are not reported
 * @param sampling percentage of calls, if said
 * @param customTags further tags of spans by name; empty when nothing is said about them
 * @param useRequestId whether the request id decides on sampling
 * @param istioTags whether spans have Istio's own tags
 * @param uncontinued whether upstreams aren't told which trace a call belongs to
 */
public record MergedTracing(
        Optional<String> provider,
        boolean disabled,
        Optional<Double> sampling,
        Optional<Map<String, CustomTag>> customTags,
        boolean useRequestId,
        boolean istioTags,
        boolean uncontinued) {

    /** How one side is traced; empty when neither resources nor default providers say anything, so that other settings hold. */
    public static Optional<MergedTracing> of(List<Telemetry> telemetries, List<String> defaults, Mode side) {
        List<Tracing> all =
                telemetries.stream().flatMap(t -> t.tracing().stream()).toList();
        if (all.isEmpty() && defaults.isEmpty()) {
            return Optional.empty();
        }
        MergedTracing merged = new MergedTracing(
                defaults.stream().findFirst(), false, Optional.empty(), Optional.empty(), true, true, false);
        for (Tracing tracing : all) {
            if (tracing.mode().includes(side)) {
                merged = merged.with(tracing);
            }
        }
        return Optional.of(merged);
    }

    private MergedTracing with(Tracing tracing) {
        return new MergedTracing(
                tracing.providers().stream().findFirst().or(() -> provider),
                tracing.disabled().orElse(disabled),
                tracing.sampling().or(() -> sampling),
                tracing.customTags().or(() -> customTags),
                tracing.useRequestId().orElse(useRequestId),
                tracing.istioTags().orElse(istioTags),
                tracing.uncontinued().orElse(uncontinued));
    }
}
