package dev.dsctl.model.telemetry;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.WorkloadSelector;
import dev.dsctl.model.mesh.ProxyConfig.CustomTag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Telemetry (telemetry.istio.io): what is reported about traffic. Source: istio/api telemetry/v1alpha1/telemetry.proto.
 *
 * @param meta its metadata
 * @param selector for which workloads
 * @param metrics in the order written; later ones count more
 * @param tracing in the order written; later ones count more
 * @param logging in the order written; later ones count more
 */
public record Telemetry(
        ObjectMeta meta,
        WorkloadSelector selector,
        List<Metrics> metrics,
        List<Tracing> tracing,
        List<AccessLogging> logging) {

    /** On which side of a call something is reported. */
    public enum Mode {
        CLIENT_AND_SERVER,
        CLIENT,
        SERVER;

        /** Whether what this says is for one side. */
        public boolean includes(Mode side) {
            return this == CLIENT_AND_SERVER || this == side;
        }
    }

    /**
     * Which metrics are reported.
     *
     * @param providers to whom; none for those of the wider scope
     * @param overrides changes to the usual metrics
     * @param reportingInterval how often TCP metrics are reported
     */
    public record Metrics(
            List<String> providers, List<MetricsOverride> overrides, Optional<Duration> reportingInterval) {}

    /**
     * A change to metrics.
     *
     * @param mode on which side
     * @param metric a name from Istio's list or a custom one; empty for all
     * @param disabled whether they are left out; empty when that isn't said
     * @param tags changes to dimensions, by name
     */
    public record MetricsOverride(
            Mode mode, String metric, Optional<Boolean> disabled, Map<String, TagOverride> tags) {}

    /**
     * A change to a dimension.
     *
     * @param remove whether it is left out
     * @param value a CEL expression otherwise
     */
    public record TagOverride(boolean remove, String value) {}

    /**
     * How calls are traced. What is empty isn't said.
     *
     * @param mode on which side
     * @param providers to whom; none for those of the wider scope
     * @param sampling percentage of calls
     * @param disabled whether spans are not reported
     * @param customTags tags of spans by name; empty when none are said
     * @param useRequestId whether the request id decides on sampling
     * @param istioTags whether spans have Istio's own tags
     * @param uncontinued whether upstreams aren't told which trace a call belongs to
     */
    public record Tracing(
            Mode mode,
            List<String> providers,
            Optional<Double> sampling,
            Optional<Boolean> disabled,
            Optional<Map<String, CustomTag>> customTags,
            Optional<Boolean> useRequestId,
            Optional<Boolean> istioTags,
            Optional<Boolean> uncontinued) {}

    /**
     * Where calls are logged.
     *
     * @param mode on which side
     * @param providers to whom; none for those of the wider scope
     * @param disabled whether nothing is logged
     * @param filter a CEL expression that a call must fulfil; empty for any
     */
    public record AccessLogging(Mode mode, List<String> providers, boolean disabled, Optional<String> filter) {}
}
