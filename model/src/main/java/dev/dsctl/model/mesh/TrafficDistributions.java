package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.mesh.Service.TrafficDistribution;
import dev.dsctl.model.profile.MeshChoices;
import java.util.Locale;

/** Which endpoints a service prefers. Source: {@code GetTrafficDistribution}, pilot/pkg/model/service.go. */
final class TrafficDistributions {

    private static final String ANNOTATION = "networking.istio.io/traffic-distribution";

    private TrafficDistributions() {}

    /**
     * What the service says, or its annotation, or its namespace's.
     *
     * @param declared {@code trafficDistribution}, empty when not given
     * @param meta the object's metadata
     * @param namespace null when the namespace isn't given
     */
    static TrafficDistribution of(
            String declared, ObjectMeta meta, ObjectMeta namespace, MeshChoices.TrafficDistributions supported) {
        String annotation = meta.annotation(ANNOTATION).toLowerCase(Locale.ROOT);
        return switch (supported) {
            case NONE -> TrafficDistribution.ANY;
            case SERVICE_CLOSE ->
                declared.equals("PreferClose") || annotation.equals("preferclose")
                        ? TrafficDistribution.SAME_ZONE
                        : TrafficDistribution.ANY;
            case SERVICE -> preferred(declared, annotation);
            case SERVICE_OR_NAMESPACE ->
                preferred(
                        declared,
                        annotation.isEmpty() && namespace != null
                                ? namespace.annotation(ANNOTATION).toLowerCase(Locale.ROOT)
                                : annotation);
        };
    }

    private static TrafficDistribution preferred(String declared, String annotation) {
        return switch (declared) {
            case "PreferClose", "PreferSameZone" -> TrafficDistribution.SAME_ZONE;
            case "PreferSameNode" -> TrafficDistribution.SAME_NODE;
            default ->
                switch (annotation) {
                    case "preferclose", "prefersamezone" -> TrafficDistribution.SAME_ZONE;
                    case "prefersamenode" -> TrafficDistribution.SAME_NODE;
                    default -> TrafficDistribution.ANY;
                };
        };
    }
}
