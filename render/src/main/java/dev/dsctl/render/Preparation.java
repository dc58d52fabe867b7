package dev.dsctl.render;

import com.google.protobuf.Descriptors.Descriptor;
import dev.dsctl.model.profile.IstioProfiles;
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
 * Loads what every rendering needs while the command line, manifests or a dump are being read.
 *
 * <p>The releases' choices and the descriptors of Envoy's messages take a quarter of a short run; a second core has them ready
 * by the time that the first message is printed. Without a second core nothing is gained and nothing lost.
 */
public final class Preparation {

    private Preparation() {}

    /** Begins, and returns at once. */
    public static void begin() {
        Thread thread = new Thread(Preparation::load, "preparation");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        IstioProfiles.lines();
        descriptors();
    }

    private static List<Descriptor> descriptors() {
        return List.of(
                RouteConfiguration.getDescriptor(),
                Listener.getDescriptor(),
                HttpConnectionManager.getDescriptor(),
                Cluster.getDescriptor(),
                ClusterLoadAssignment.getDescriptor(),
                UpstreamTlsContext.getDescriptor(),
                HttpProtocolOptions.getDescriptor(),
                TcpProxy.getDescriptor());
    }
}
