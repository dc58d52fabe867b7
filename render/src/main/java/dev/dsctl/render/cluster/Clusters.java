package dev.dsctl.render.cluster;

import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The clusters of a proxy. Source: {@code buildClusters}, pilot/pkg/networking/core/cluster.go. */
public final class Clusters {

    private Clusters() {}

    /** All clusters, in istiod's order. */
    public static List<Cluster> of(ProxyView view) {
        ClusterScope scope = new ClusterScope(view);
        List<Cluster> clusters = new ArrayList<>(new OutboundClusters(scope).all());
        clusters.add(PassthroughClusters.blackHole(scope));
        clusters.add(PassthroughClusters.outbound(scope));
        clusters.addAll(new InboundClusters(scope).all());
        clusters.addAll(PassthroughClusters.inbound(scope));
        return firstOfEachName(clusters);
    }

    /** Services that contradict each other may want clusters of the same name. */
    private static List<Cluster> firstOfEachName(List<Cluster> clusters) {
        Set<String> names = new HashSet<>(clusters.size() * 2);
        List<Cluster> unique = new ArrayList<>(clusters.size());
        for (Cluster cluster : clusters) {
            if (names.add(cluster.getName())) {
                unique.add(cluster);
            }
        }
        return unique;
    }
}
