package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.manifest.Fields;
import java.time.Duration;
import java.util.Optional;

/**
 * When and how often a request is sent again ({@code HTTPRetry}). Source: istio/api networking/v1alpha3/virtual_service.proto.
 *
 * @param attempts how often, 0 or less for never
 * @param perTryTimeout how long one try may take
 * @param retryOn conditions and status codes separated by commas, empty for Istio's own
 * @param remoteLocalities whether tries may go to other localities
 * @param ignorePreviousHosts whether hosts that failed are avoided, empty for Istio's own answer
 * @param backoff the least time between two tries
 */
public record HttpRetry(
        int attempts,
        Optional<Duration> perTryTimeout,
        String retryOn,
        boolean remoteLocalities,
        Optional<Boolean> ignorePreviousHosts,
        Optional<Duration> backoff) {

    /** What was written in a VirtualService or in the mesh's settings. */
    public static HttpRetry of(Fields fields) {
        return new HttpRetry(
                fields.integer("attempts", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Durations.of(fields, "perTryTimeout"),
                fields.string("retryOn"),
                fields.bool("retryRemoteLocalities", false),
                fields.has("retryIgnorePreviousHosts")
                        ? Optional.of(fields.bool("retryIgnorePreviousHosts", false))
                        : Optional.empty(),
                Durations.of(fields, "backoff"));
    }
}
