package dev.dsctl.render.endpoint;

import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.util.List;

/** The load assignments of a proxy. */
public final class LoadAssignments {

    private LoadAssignments() {}

    /** The load assignments of those clusters that get theirs by EDS. */
    public static List<ClusterLoadAssignment> of(ProxyView view, List<Cluster> clusters) {
        return List.of();
    }
}
