package dev.dsctl.model.profile;

/** How releases differ in tracing. */
public final class TracingChoices {

    private TracingChoices() {}

    /** Whether spans have Istio's own tags. */
    public enum IstioTags implements Choice {
        /** Unless {@code PILOT_ENABLE_ISTIO_TAGS=false}. */
        UNLESS_ENVIRONMENT_REFUSES,
        /** They do. */
        ALWAYS,
        /** Unless {@code tracing.enableIstioTags} is false. */
        CONFIGURABLE
    }

    /** Whether spans name the cluster. */
    public enum ClusterTag implements Choice {
        /** They don't. */
        ABSENT,
        /** They have {@code istio.cluster_id}. */
        PRESENT
    }
}
