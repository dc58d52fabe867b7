package dev.dsctl.render.route;

import com.google.protobuf.UInt32Value;
import dev.dsctl.model.profile.RouteChoices.ConsistentHashRetries;
import dev.dsctl.model.profile.RouteChoices.RetryFields;
import dev.dsctl.model.profile.RouteChoices.RetryPredicates;
import dev.dsctl.model.profile.RouteChoices.RetryUnavailable;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.HttpRetry;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import java.util.Optional;

/** When Envoy sends a request again. Source: {@code ConvertPolicy}, pilot/pkg/networking/core/route/retry/retry.go. */
final class RetryPolicies {

    private static final RetryPolicy.RetryHostPredicate OTHER_HOSTS = RetryPolicy.RetryHostPredicate.newBuilder()
            .setName("envoy.retry_host_predicates.previous_hosts")
            .setTypedConfig(Envoy.any(PreviousHostsPredicate.getDefaultInstance()))
            .build();

    private final ProxyView view;
    private final Optional<RetryPolicy> usual;

    RetryPolicies(ProxyView view) {
        this.view = view;
        this.usual = policy(view.mesh().config().routes().defaultRetry(), Stickiness.NONE);
    }

    /** The policy of routes that ask for none: the mesh's, else Istio's; none when requests are never sent again. */
    Optional<RetryPolicy> usual() {
        return usual;
    }

    /** The policy that a route asks for, else the usual one. */
    Optional<RetryPolicy> of(Optional<HttpRetry> written, Stickiness stickiness) {
        if (written.isEmpty() && stickiness == Stickiness.NONE) {
            return usual;
        }
        return policy(written.or(() -> view.mesh().config().routes().defaultRetry()), stickiness);
    }

    private Optional<RetryPolicy> policy(Optional<HttpRetry> written, Stickiness stickiness) {
        RetryPolicy.Builder policy = byDefault(stickiness);
        if (written.isEmpty()) {
            return Optional.of(policy.build());
        }
        HttpRetry retry = written.orElseThrow();
        if (retry.attempts() <= 0) {
            return Optional.empty();
        }
        apply(policy, retry);
        switch (view.profile().choice(RetryFields.class)) {
            case SOME -> {}
            case ALL -> applyMore(policy, retry);
        }
        return Optional.of(policy.build());
    }

    private RetryPolicy.Builder byDefault(Stickiness stickiness) {
        RetryPolicy.Builder policy = RetryPolicy.newBuilder()
                .setNumRetries(UInt32Value.of(2))
                .setRetryOn("connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes")
                .setHostSelectionRetryMaxAttempts(5);
        boolean anyHost = switch (view.profile().choice(ConsistentHashRetries.class)) {
            case OTHER_HOSTS -> false;
            case ANY_HOST -> stickiness == Stickiness.CONSISTENT_HASH;
        };
        if (!anyHost) {
            policy.addRetryHostPredicate(otherHosts());
        }
        boolean unavailable = switch (view.profile().choice(RetryUnavailable.class)) {
            case RETRIED -> true;
            case WHEN_ASKED -> !view.mesh().env().flag("EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY", true);
            case FINAL -> false;
        };
        return unavailable ? policy.addRetriableStatusCodes(503) : policy;
    }

    private RetryPolicy.RetryHostPredicate otherHosts() {
        return switch (view.profile().choice(RetryPredicates.class)) {
            case TYPED -> OTHER_HOSTS;
            case NAMED -> OTHER_HOSTS.toBuilder().clearTypedConfig().build();
        };
    }

    private static void apply(RetryPolicy.Builder policy, HttpRetry retry) {
        policy.setNumRetries(UInt32Value.of(retry.attempts()));
        if (!retry.retryOn().isEmpty()) {
            RetryConditions conditions = RetryConditions.of(retry.retryOn());
            policy.setRetryOn(conditions.text())
                    .clearRetriableStatusCodes()
                    .addAllRetriableStatusCodes(conditions.statusCodes());
        }
        retry.perTryTimeout().map(Protos::duration).ifPresent(policy::setPerTryTimeout);
        if (retry.remoteLocalities()) {
            policy.setRetryPriority(RetryPolicy.RetryPriority.newBuilder()
                    .setName("envoy.retry_priorities.previous_priorities")
                    .setTypedConfig(Envoy.any(PreviousPrioritiesConfig.newBuilder()
                            .setUpdateFrequency(2)
                            .build())));
        }
    }

    private static void applyMore(RetryPolicy.Builder policy, HttpRetry retry) {
        retry.ignorePreviousHosts().ifPresent(ignore -> {
            policy.clearRetryHostPredicate();
            if (ignore) {
                policy.addRetryHostPredicate(OTHER_HOSTS);
            }
        });
        retry.backoff()
                .map(Protos::duration)
                .ifPresent(interval -> policy.setRetryBackOff(
                        RetryPolicy.RetryBackOff.newBuilder().setBaseInterval(interval)));
    }
}
