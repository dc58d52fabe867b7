package dev.dsctl.render.cluster;

import dev.dsctl.model.profile.ClusterChoices;

/** Whether the case of HTTP/1 header names is kept ({@code proxyHeaders.preserveHttp1HeaderCase}). */
final class HeaderCase {

    private HeaderCase() {}

    static boolean isKeptToServices(ClusterScope scope) {
        return scope.keepsHeaderCase()
                && switch (scope.choice(ClusterChoices.HeaderCase.class)) {
                    case LOST -> false;
                    case KEPT_TO_SERVICES, KEPT_EVERYWHERE -> true;
                };
    }

    static boolean isKeptEverywhere(ClusterScope scope) {
        return scope.keepsHeaderCase() && scope.profile().has(ClusterChoices.HeaderCase.KEPT_EVERYWHERE);
    }
}
