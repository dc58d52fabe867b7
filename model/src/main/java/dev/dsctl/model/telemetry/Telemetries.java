package dev.dsctl.model.telemetry;

import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TelemetryChoices.WorkloadTelemetries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The mesh's Telemetry resources. Source: {@code Telemetries}, pilot/pkg/model/telemetry.go.
 *
 * @param all oldest first
 * @param rootNamespace holds those for all namespaces
 */
public record Telemetries(List<Telemetry> all, String rootNamespace) {

    /** Those among the manifests. What can't be read is recorded in {@code problems}. */
    public static Telemetries of(Manifests manifests, String rootNamespace, Problems problems) {
        return new Telemetries(
                manifests.of("telemetry.istio.io", "Telemetry").stream()
                        .map(manifest -> TelemetryReader.read(manifest, problems))
                        .sorted(Comparator.comparing(Telemetry::meta, ObjectMeta.OLDEST_FIRST))
                        .toList(),
                rootNamespace);
    }

    /** Those a workload has, from the widest scope to the narrowest: later ones count more. */
    public List<Telemetry> forWorkload(String namespace, Map<String, String> labels, IstioProfile profile) {
        List<Telemetry> result = new ArrayList<>(wide(rootNamespace));
        if (!namespace.equals(rootNamespace)) {
            result.addAll(wide(namespace));
        }
        List<Telemetry> own = all.stream()
                .filter(telemetry -> telemetry.meta().namespace().equals(namespace))
                .filter(telemetry -> !isWide(telemetry) && telemetry.selector().selects(labels))
                .toList();
        result.addAll(
                switch (profile.choice(WorkloadTelemetries.class)) {
                    case OLDEST -> own.stream().limit(1).toList();
                    case ALL -> own;
                });
        return result;
    }

    /** The oldest without a selector in a namespace. */
    private List<Telemetry> wide(String namespace) {
        return all.stream()
                .filter(telemetry -> telemetry.meta().namespace().equals(namespace) && isWide(telemetry))
                .limit(1)
                .toList();
    }

    private static boolean isWide(Telemetry telemetry) {
        return telemetry.selector().isEmpty() && !telemetry.selector().targetsOthers();
    }
}
