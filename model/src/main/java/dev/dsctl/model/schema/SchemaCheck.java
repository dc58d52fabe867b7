package dev.dsctl.model.schema;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds manifests against the schemas of their kinds, as the API server would: unknown fields, wrong types, values out of bounds and
 * fields that can't stand together are errors. Source: Istio's CRDs, manifests/charts/base/files/crd-all.gen.yaml; for Service and
 * EndpointSlice the Kubernetes API, where only the names of fields are checked.
 */
public final class SchemaCheck {

    private static final Map<String, List<String>> KINDS = Map.of(
            "networking.istio.io",
            List.of(
                    "DestinationRule",
                    "EnvoyFilter",
                    "Gateway",
                    "ProxyConfig",
                    "ServiceEntry",
                    "Sidecar",
                    "VirtualService",
                    "WorkloadEntry",
                    "WorkloadGroup"),
            "security.istio.io",
            List.of("AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication"),
            "telemetry.istio.io",
            List.of("Telemetry"),
            "extensions.istio.io",
            List.of("TrafficExtension", "WasmPlugin"),
            "",
            List.of("Service"),
            "discovery.k8s.io",
            List.of("EndpointSlice"));

    private final Map<String, Schema> loaded = new HashMap<>();
    private final Problems problems = new Problems();

    private SchemaCheck() {}

    /** The manifests that fit their schemas, and what is wrong with the others. */
    public static Manifests checked(Manifests manifests) {
        SchemaCheck check = new SchemaCheck();
        List<Manifest> fitting = new ArrayList<>(manifests.all().size());
        for (Manifest manifest : manifests.all()) {
            if (check.fits(manifest)) {
                fitting.add(manifest);
            }
        }
        check.problems.addAll(manifests.diagnostics());
        return new Manifests(List.copyOf(fitting), manifests.skipped(), check.problems.all());
    }

    /** Every kind that has a schema. */
    static List<String> kinds() {
        return KINDS.values().stream().flatMap(List::stream).toList();
    }

    private boolean fits(Manifest manifest) {
        String group = manifest.group();
        List<String> kinds = KINDS.get(group);
        if (kinds == null) {
            return true;
        }
        if (!kinds.contains(manifest.kind())) {
            return !group.endsWith(".istio.io") || unknownKind(manifest, kinds);
        }
        Schema schema = loaded.computeIfAbsent(manifest.kind(), Schema::load);
        String version = manifest.apiVersion().substring(manifest.apiVersion().indexOf('/') + 1);
        if (!schema.versions().contains(version)) {
            problems.error(
                    manifest.at(manifest.root().entries().get("apiVersion")),
                    "no kind \"" + manifest.kind() + "\" in version \"" + manifest.apiVersion() + "\"; there are "
                            + String.join(", ", schema.versions()));
            return false;
        }
        return new ObjectCheck(schema, manifest.source().file(), problems).fits(manifest.root());
    }

    private boolean unknownKind(Manifest manifest, List<String> kinds) {
        problems.error(
                manifest.at(manifest.root().entries().get("kind")),
                "no kind \"" + manifest.kind() + "\" in version \"" + manifest.apiVersion() + "\""
                        + Suggestion.text(manifest.kind(), kinds));
        return false;
    }
}
