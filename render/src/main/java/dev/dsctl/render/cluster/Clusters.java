package dev.dsctl.render.cluster;

import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.patch.ClusterPatches;
import dev.dsctl.render.patch.Patches;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The clusters of a proxy. Source: {@code buildClusters}, pilot/pkg/networking/core/cluster.go. */
public final class Clusters {

    private Clusters() {}

    /** Those for what a client calls, after EnvoyFilter patches, in istiod's order. */
    public static List<Cluster> outbound(ProxyView client, Patches patches) {
        ClusterScope scope = new ClusterScope(client);
        Patched clusters = new Patched(new HashSet<>());
        ClusterPatches outbound = new ClusterPatches(patches, Context.SIDECAR_OUTBOUND);
        for (ProxyView family : client.perFamily()) {
            new OutboundClusters(new ClusterScope(family)).all().forEach(c -> clusters.add(c, List.of(), outbound));
        }
        clusters.add(PassthroughClusters.blackHole(scope), List.of(), outbound);
        clusters.add(PassthroughClusters.outbound(scope), List.of(), outbound);
        clusters.addAll(outbound.added());
        return clusters.all;
    }

    /**
     * Those for what reaches a proxy, after EnvoyFilter patches, in istiod's order.
     *
     * @param taken names that other clusters of the proxy have
     */
    public static List<Cluster> inbound(ProxyView view, Patches patches, Set<String> taken) {
        ClusterScope scope = new ClusterScope(view);
        Patched clusters = new Patched(new HashSet<>(taken));
        ClusterPatches inbound = new ClusterPatches(patches, Context.SIDECAR_INBOUND);
        for (ProxyView family : view.perFamily()) {
            new InboundClusters(new ClusterScope(family))
                    .all()
                    .forEach(c -> clusters.add(c.cluster(), c.hosts(), inbound));
        }
        PassthroughClusters.inbound(scope).forEach(c -> clusters.add(c, List.of(), inbound));
        clusters.addAll(inbound.added());
        return clusters.all;
    }

    /** The first cluster of each name: services that contradict each other, or patches, may want several. */
    private static final class Patched {
        private final List<Cluster> all = new ArrayList<>();
        private final Set<String> names;

        Patched(Set<String> names) {
            this.names = names;
        }

        void add(Cluster cluster, List<String> hosts, ClusterPatches patches) {
            patches.one(cluster, hosts).ifPresent(this::add);
        }

        void addAll(List<Cluster> clusters) {
            clusters.forEach(this::add);
        }

        private void add(Cluster cluster) {
            if (names.add(cluster.getName())) {
                all.add(cluster);
            }
        }
    }
}
