package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.render.StatPattern;

/**
 * Under which name a cluster's statistics are kept. Source: {@code BuildStatPrefix}, pilot/pkg/networking/telemetry/telemetry.go, and
 * {@code DelimitedStatsPrefix}, pilot/pkg/networking/util/util.go.
 */
final class StatNames {

    private StatNames() {}

    /** The name of a cluster for which no pattern is configured. */
    static void apply(ClusterDraft draft, String clusterName, ClusterScope scope) {
        if (isDelimited(scope)) {
            draft.cluster().setAltStatName(clusterName + ";");
        }
    }

    /** The name by the mesh's pattern for outbound clusters. */
    static void outbound(ClusterDraft draft, Service service, ServicePort port, String subset, ClusterScope scope) {
        String pattern = scope.mesh().statNames().outbound();
        if (pattern.isEmpty()) {
            return;
        }
        String told = switch (scope.choice(ClusterChoices.SubsetStatNames.class)) {
            case PUT_IN -> subset;
            case LEFT_EMPTY -> "";
        };
        set(
                draft,
                filled(pattern.replace("%SUBSET_NAME%", told), StatPattern.Subject.of(service), port, 0, scope),
                scope);
    }

    /** The name by the mesh's pattern for inbound clusters. */
    static void inbound(
            ClusterDraft draft, StatPattern.Subject subject, ServicePort port, int clusterPort, ClusterScope scope) {
        String pattern = scope.mesh().statNames().inbound();
        if (pattern.isEmpty()) {
            return;
        }
        set(draft, filled(pattern.replace("%SUBSET_NAME%", ""), subject, port, clusterPort, scope), scope);
    }

    private static void set(ClusterDraft draft, String name, ClusterScope scope) {
        draft.cluster().setAltStatName(isDelimited(scope) ? name + ";" : name);
    }

    private static boolean isDelimited(ClusterScope scope) {
        return switch (scope.choice(ClusterChoices.StatNames.class)) {
            case WHEN_CONFIGURED -> false;
            case ALWAYS -> true;
        };
    }

    private static String filled(
            String pattern, StatPattern.Subject subject, ServicePort port, int targetPort, ClusterScope scope) {
        return StatPattern.of(pattern, scope.profile())
                .withTargetPort(targetPort)
                .filled(subject, port);
    }
}
