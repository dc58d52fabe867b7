package dev.dsctl.render.cluster;

import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.List;

/** The clusters of a proxy. */
public final class Clusters {

    private Clusters() {}

    /** All clusters, in no particular order. */
    public static List<Cluster> of(ProxyView view) {
        return List.of();
    }
}
