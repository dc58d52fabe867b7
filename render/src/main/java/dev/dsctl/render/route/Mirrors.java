package dev.dsctl.render.route;

import com.google.protobuf.BoolValue;
import dev.dsctl.model.profile.RouteChoices.MirrorLists;
import dev.dsctl.model.profile.RouteChoices.ShadowHosts;
import dev.dsctl.model.traffic.Destination;
import dev.dsctl.model.traffic.Mirroring;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.config.route.v3.RouteAction.RequestMirrorPolicy;
import io.envoyproxy.envoy.type.v3.FractionalPercent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where copies of requests go. Source: {@code TranslateRequestMirrorPolicy}, pilot/pkg/networking/core/route/route.go. */
final class Mirrors {

    private final RouteContext context;

    Mirrors(RouteContext context) {
        this.context = context;
    }

    List<RequestMirrorPolicy> of(Mirroring mirroring) {
        List<RequestMirrorPolicy> policies = new ArrayList<>();
        mirroring
                .mirror()
                .ifPresent(
                        destination -> share(mirroring).ifPresent(share -> policies.add(policy(destination, share))));
        switch (context.choice(MirrorLists.class)) {
            case UNKNOWN -> {}
            case HONOURED -> {
                for (Mirroring.Mirror mirror : mirroring.mirrors()) {
                    mirror.destination()
                            .ifPresent(destination ->
                                    share(mirror).ifPresent(share -> policies.add(policy(destination, share))));
                }
            }
        }
        return policies;
    }

    /** None when nothing is to be copied; all requests when nothing is said. */
    private static Optional<FractionalPercent> share(Mirroring mirroring) {
        if (mirroring.percentage().isPresent()) {
            return mirroring.percentage().filter(percent -> percent > 0).map(Percents::of);
        }
        return mirroring.percent().isPresent()
                ? mirroring.percent().filter(percent -> percent > 0).map(Percents::of)
                : Optional.of(Percents.of(100));
    }

    private static Optional<FractionalPercent> share(Mirroring.Mirror mirror) {
        return mirror.percentage().isPresent()
                ? mirror.percentage().filter(percent -> percent > 0).map(Percents::of)
                : Optional.of(Percents.of(100));
    }

    private RequestMirrorPolicy policy(Destination destination, FractionalPercent share) {
        boolean plainHost = switch (context.choice(ShadowHosts.class)) {
            case MARKED -> false;
            case MARKED_WHEN_ASKED -> context.flag("DISABLE_SHADOW_HOST_SUFFIX", true);
        };
        return RequestMirrorPolicy.newBuilder()
                .setCluster(Destinations.cluster(context, destination))
                .setRuntimeFraction(RuntimeFractionalPercent.newBuilder().setDefaultValue(share))
                .setTraceSampled(BoolValue.of(false))
                .setDisableShadowHostSuffixAppend(plainHost)
                .build();
    }
}
