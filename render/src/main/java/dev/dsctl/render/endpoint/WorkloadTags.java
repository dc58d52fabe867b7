package dev.dsctl.render.endpoint;

import com.google.protobuf.Struct;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.EndpointChoices;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.render.envoy.Values;
import java.util.Map;
import java.util.Optional;

/**
 * What telemetry calls an endpoint: {@code workload;namespace;canonical name;canonical revision;cluster}. Source:
 * {@code AppendLbEndpointMetadata}, pilot/pkg/networking/util/util.go, and pkg/kube/labels/labels.go.
 */
final class WorkloadTags {

    private static final String CANONICAL_NAME = "service.istio.io/canonical-name";
    private static final String CANONICAL_REVISION = "service.istio.io/canonical-revision";

    private final boolean on;
    private final boolean fallsBack;

    WorkloadTags(IstioProfile profile, PilotEnv env) {
        this.on = env.flag("PILOT_ENABLE_TELEMETRY_LABEL", true) && env.flag("PILOT_ENDPOINT_TELEMETRY_LABEL", true);
        this.fallsBack = switch (profile.choice(EndpointChoices.CanonicalNames.class)) {
            case LABELS -> false;
            case LABELS_OR_FALLBACKS -> true;
        };
    }

    /** The tag of an endpoint, empty when istiod's environment turned tags off. */
    Optional<Struct> of(Endpoint endpoint) {
        if (!on) {
            return Optional.empty();
        }
        Map<String, String> labels = endpoint.labels();
        String tag = String.join(
                ";",
                endpoint.workloadName(),
                endpoint.namespace(),
                name(endpoint),
                revision(labels),
                endpoint.workload().cluster());
        return Optional.of(Values.struct("workload", tag));
    }

    private String name(Endpoint endpoint) {
        return fallsBack
                ? first(endpoint.labels(), endpoint.workloadName(), CANONICAL_NAME, "app.kubernetes.io/name", "app")
                : endpoint.labels().getOrDefault(CANONICAL_NAME, "");
    }

    private String revision(Map<String, String> labels) {
        if (!fallsBack) {
            return labels.getOrDefault(CANONICAL_REVISION, "");
        }
        String revision = first(labels, "latest", CANONICAL_REVISION, "app.kubernetes.io/version", "version");
        // The default isn't worth sending.
        return revision.equals("latest") ? "" : revision;
    }

    private static String first(Map<String, String> labels, String otherwise, String... names) {
        for (String name : names) {
            String value = labels.get(name);
            if (value != null) {
                return value;
            }
        }
        return otherwise;
    }
}
