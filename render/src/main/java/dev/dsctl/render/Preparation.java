package dev.dsctl.render;

import com.google.protobuf.Descriptors.Descriptor;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.List;

/**
 * Loads what every rendering needs while manifests or a dump are being read.
 *
 * <p>The descriptors of Envoy's messages take about a sixth of a short run, all of it before the first message is complete;
 * a second core has them ready by then. Without a second core nothing is gained and nothing lost.
 */
public final class Preparation {

    private Preparation() {}

    /** Begins, and returns at once. */
    public static void begin() {
        Thread thread = new Thread(Preparation::descriptors, "preparation");
        thread.setDaemon(true);
        thread.start();
    }

    private static List<Descriptor> descriptors() {
        return List.of(
                Listener.getDescriptor(),
                HttpConnectionManager.getDescriptor(),
                Cluster.getDescriptor(),
                RouteConfiguration.getDescriptor(),
                ClusterLoadAssignment.getDescriptor(),
                UpstreamTlsContext.getDescriptor(),
                HttpProtocolOptions.getDescriptor(),
                TcpProxy.getDescriptor());
    }
}
