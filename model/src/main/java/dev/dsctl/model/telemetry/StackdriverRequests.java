package dev.dsctl.model.telemetry;

import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TelemetryChoices;
import dev.dsctl.model.provider.ExtensionProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where Stackdriver is asked for: istiod has filters and a tracer for it, which dsctl doesn't render. Source: {@code telemetryFilters},
 * pilot/pkg/model/telemetry.go, and {@code stackdriverConfig}, pilot/pkg/networking/core/tracing.go.
 */
public final class StackdriverRequests {

    private static final List<String> PARTS = List.of("metrics", "tracing", "accessLogging");

    private final Set<String> names;

    private StackdriverRequests(MeshConfig config) {
        this.names = config.providers().stream()
                .filter(p -> p instanceof ExtensionProvider.Other other
                        && other.kind().equals("stackdriver"))
                .map(ExtensionProvider::name)
                .collect(Collectors.toSet());
    }

    /** Warns of each, in releases that answer it. */
    public static void warn(Manifests manifests, MeshConfig config, IstioProfile profile, Problems problems) {
        switch (profile.choice(TelemetryChoices.Stackdriver.class)) {
            case SUPPORTED -> new StackdriverRequests(config).warn(manifests, config, problems);
            case GONE -> {}
        }
    }

    /** What is wrong otherwise was said when the same fields were read for what they mean. */
    private void warn(Manifests manifests, MeshConfig config, Problems problems) {
        Problems found = new Problems();
        for (Manifest manifest : manifests.of("telemetry.istio.io", "Telemetry")) {
            Fields spec = Fields.of(manifest, found).fields("spec");
            PARTS.forEach(part -> spec.list(part).stream()
                    .flatMap(entry -> entry.list("providers").stream())
                    .filter(provider -> names.contains(provider.string("name")))
                    .forEach(provider -> warn(provider, "name")));
        }
        Fields defaults = Fields.of(config.root(), "MeshConfig", found).fields("defaultProviders");
        PARTS.stream()
                .filter(part -> defaults.strings(part).stream().anyMatch(names::contains))
                .forEach(part -> warn(defaults, part));
        problems.addAll(found.all().stream()
                .filter(each -> each.severity() == Diagnostic.Severity.WARNING)
                .toList());
    }

    private static void warn(Fields fields, String key) {
        fields.warning(key, "dsctl doesn't render what istiod makes of a Stackdriver provider");
    }
}
