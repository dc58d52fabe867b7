package dev.dsctl.render.route;

import com.google.protobuf.UInt32Value;
import dev.dsctl.model.profile.RouteChoices.RetryUnavailable;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import java.util.Optional;

/** When Envoy sends a request again. Source: pilot/pkg/networking/core/route/retry/retry.go. */
final class RetryPolicies {

    private static final RetryPolicy.RetryHostPredicate OTHER_HOSTS = RetryPolicy.RetryHostPredicate.newBuilder()
            .setName("envoy.retry_host_predicates.previous_hosts")
            .setTypedConfig(Envoy.any(PreviousHostsPredicate.getDefaultInstance()))
            .build();

    private RetryPolicies() {}

    /** The policy of routes that ask for none. */
    static Optional<RetryPolicy> byDefault(ProxyView view) {
        return Optional.of(base(view).addRetryHostPredicate(OTHER_HOSTS).build());
    }

    private static RetryPolicy.Builder base(ProxyView view) {
        RetryPolicy.Builder policy = RetryPolicy.newBuilder()
                .setNumRetries(UInt32Value.of(2))
                .setRetryOn("connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes")
                .setHostSelectionRetryMaxAttempts(5);
        return retriesUnavailable(view) ? policy.addRetriableStatusCodes(503) : policy;
    }

    private static boolean retriesUnavailable(ProxyView view) {
        return switch (view.profile().choice(RetryUnavailable.class)) {
            case RETRIED -> true;
            case WHEN_ASKED -> !view.mesh().env().flag("EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY", true);
            case FINAL -> false;
        };
    }
}
