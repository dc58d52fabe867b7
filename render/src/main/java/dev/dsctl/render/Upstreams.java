package dev.dsctl.render;

import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.cluster.Clusters;
import dev.dsctl.render.endpoint.LoadAssignments;
import dev.dsctl.render.patch.Patches;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a client calls: the same for all proxies that are this client.
 *
 * @param patches the EnvoyFilters of these proxies
 * @param clusters the clusters, by name
 * @param names their names
 * @param endpoints the load assignments of those that get theirs by EDS, by name
 */
record Upstreams(Patches patches, List<Cluster> clusters, Set<String> names, List<ClusterLoadAssignment> endpoints) {

    /** Of a client. */
    static Upstreams of(ProxyView client) {
        Patches patches = Patches.of(client);
        List<Cluster> clusters = Clusters.outbound(client, patches);
        Set<String> names = new HashSet<>();
        clusters.forEach(cluster -> names.add(cluster.getName()));
        return new Upstreams(
                patches,
                clusters.stream().sorted(Comparator.comparing(Cluster::getName)).toList(),
                names,
                LoadAssignments.of(client, clusters).stream()
                        .sorted(Comparator.comparing(ClusterLoadAssignment::getClusterName))
                        .toList());
    }

    /** How many resources it holds. */
    int size() {
        return clusters.size() + endpoints.size();
    }
}
