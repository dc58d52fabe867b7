package dev.dsctl.render;

import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.sidecar.OutboundTraffic;
import java.util.Optional;

/**
 * The cluster that gets calls to destinations that belong to no service. Source: {@code IsAllowAnyOutbound},
 * pilot/pkg/networking/util/util.go.
 */
public final class UnknownDestination {

    private UnknownDestination() {}

    /** Its name; nothing when such calls are refused. */
    public static Optional<String> cluster(ProxyView view) {
        OutboundTraffic policy = view.scope().outboundTraffic();
        return switch (policy.mode()) {
            case REGISTRY_ONLY -> Optional.empty();
            case ALLOW_ANY ->
                Optional.of(policy.egressProxy()
                        .map(d -> Names.outbound(d.port().orElse(0), d.subset(), d.host()))
                        .orElse(Names.PASSTHROUGH_CLUSTER));
        };
    }
}
