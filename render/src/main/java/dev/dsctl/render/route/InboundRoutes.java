package dev.dsctl.render.route;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.RouteChoices.InboundRetries;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.patch.Patches;
import dev.dsctl.render.patch.RoutePatches;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;

/**
 * The route configurations that stand inside inbound HTTP connection managers. Source: {@code buildSidecarInboundHTTPRouteConfig},
 * pilot/pkg/networking/core/httproute.go.
 */
public final class InboundRoutes {

    private InboundRoutes() {}

    /**
     * Everything that arrives for a port goes to one cluster, unless an EnvoyFilter has it otherwise.
     *
     * @param cluster the inbound cluster; also the name of the configuration
     * @param hostname the service's host name, empty where no service is known
     * @param port the service's port, not the one the workload listens on
     */
    public static RouteConfiguration of(ProxyView view, String cluster, String hostname, ServicePort port) {
        RouteConfiguration configuration = RouteConfiguration.newBuilder()
                .setName(cluster)
                .addVirtualHosts(VirtualHost.newBuilder()
                        .setName("inbound|http|" + port.number())
                        .addDomains("*")
                        .addRoutes(route(view, cluster, hostname, port)))
                .setValidateClusters(BoolValue.of(false))
                .build();
        return new RoutePatches(Patches.of(view), Context.SIDECAR_INBOUND, view.profile()).one(configuration);
    }

    private static Route route(ProxyView view, String cluster, String hostname, ServicePort port) {
        RouteAction.Builder action =
                DefaultRoutes.withoutDuration(RouteAction.newBuilder().setCluster(cluster));
        if (retries(view, port)) {
            action.setRetryPolicy(
                    RetryPolicy.newBuilder().setRetryOn("reset-before-request").setNumRetries(UInt32Value.of(2)));
        }
        return DefaultRoutes.route(DefaultRoutes.operation(hostname, port.number()), action);
    }

    private static boolean retries(ProxyView view, ServicePort port) {
        PilotEnv env = view.mesh().env();
        String flag = "ENABLE_INBOUND_RETRY_POLICY";
        boolean grpc = port.protocol().isGrpc();
        return switch (view.profile().choice(InboundRetries.class)) {
            case NEVER -> false;
            case WHEN_ASKED -> env.flag(flag, false);
            case UNLESS_REFUSED -> env.flag(flag, true);
            case UNLESS_REFUSED_OR_GRPC -> !grpc && env.flag(flag, true);
            case UNLESS_GRPC -> !grpc;
        };
    }
}
