package dev.dsctl.model.profile;

/** How releases differ in what an installation's settings mean. */
public final class InstallChoices {

    private InstallChoices() {}

    /** Where istiod takes the endpoints of Kubernetes' services from. */
    public enum EndpointSource implements Choice {
        /** EndpointSlices; Endpoints, which have one family, when {@code PILOT_USE_ENDPOINT_SLICE} is false. */
        SLICES_UNLESS_DISABLED,
        /** EndpointSlices. */
        SLICES
    }

    /** Where istiod's chart reads what is about istiod. */
    public enum PilotValues implements Choice {
        /** Under {@code pilot}. */
        UNDER_PILOT,
        /** Under {@code pilot}, else at the top. */
        UNDER_PILOT_OR_TOP
    }
}
