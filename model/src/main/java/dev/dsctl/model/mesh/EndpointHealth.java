package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.kube.KubeSlice;
import dev.dsctl.model.profile.MeshChoices;

/**
 * What an endpoint's conditions mean. Source: {@code endpointHealthStatus},
 * pilot/pkg/serviceregistry/kube/controller/endpointslice.go.
 */
final class EndpointHealth {

    private final MeshSettings settings;
    private final String cookieLabel;
    private final String headerLabel;

    EndpointHealth(MeshSettings settings) {
        this.settings = settings;
        this.cookieLabel = settings.env().text("PILOT_PERSISTENT_SESSION_LABEL", "istio.io/persistent-session");
        this.headerLabel =
                settings.env().text("PILOT_PERSISTENT_SESSION_HEADER_LABEL", "istio.io/persistent-session-header");
    }

    /** The health, null for an endpoint that is left out. */
    Endpoint.Health of(KubeService service, KubeSlice.Conditions conditions) {
        if (unlessFalse(conditions.ready())) {
            return Endpoint.Health.HEALTHY;
        }
        if (drains(service) && isDraining(conditions)) {
            return Endpoint.Health.DRAINING;
        }
        return switch (settings.profile().choice(MeshChoices.UnreadyEndpoints.class)) {
            case UNUSED -> unlessSent(Endpoint.Health.UNUSED);
            case LEFT_OUT -> unlessSent(null);
            case UNHEALTHY_STRANGERS, UNHEALTHY -> Endpoint.Health.UNHEALTHY;
            case TERMINATING_APART ->
                unlessFalse(conditions.terminating()) ? Endpoint.Health.TERMINATING : Endpoint.Health.UNHEALTHY;
        };
    }

    private Endpoint.Health unlessSent(Endpoint.Health unsent) {
        return settings.env().flag("PILOT_SEND_UNHEALTHY_ENDPOINTS", false) ? Endpoint.Health.UNHEALTHY : unsent;
    }

    private boolean isDraining(KubeSlice.Conditions conditions) {
        return switch (settings.profile().choice(MeshChoices.DrainingEndpoints.class)) {
            case SAID_TO_SERVE -> Boolean.TRUE.equals(conditions.serving());
            case SERVING_WHILE_TERMINATING ->
                unlessFalse(conditions.serving()) && unlessFalse(conditions.terminating());
        };
    }

    private boolean drains(KubeService service) {
        return switch (settings.profile().choice(MeshChoices.DrainingServices.class)) {
            case COOKIE_SESSIONS -> isLabelled(service, cookieLabel);
            case ALL_SESSIONS -> isLabelled(service, cookieLabel) || isLabelled(service, headerLabel);
        };
    }

    private static boolean isLabelled(KubeService service, String label) {
        return !label.isEmpty() && !service.meta().label(label).isEmpty();
    }

    private static boolean unlessFalse(Boolean condition) {
        return condition == null || condition;
    }
}
