package dev.dsctl.model.mesh;

import dev.dsctl.model.profile.MeshChoices.NetworkLabels;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The labels Istio adds to a workload's own. Source: {@code AugmentLabels}, pilot/pkg/serviceregistry/util/label/label.go. */
public final class TopologyLabels {

    private static final String CLUSTER_LABEL = "topology.istio.io/cluster";
    private static final String NETWORK_LABEL = "topology.istio.io/network";

    private TopologyLabels() {}

    /**
     * The labels with region, zone, subzone, cluster and node.
     *
     * @param labels the workload's own
     * @param locality {@code region/zone/subzone}, empty when unknown
     * @param nodeName empty when unknown
     * @param cluster what istiod calls its cluster
     */
    static Map<String, String> added(Map<String, String> labels, String locality, String nodeName, String cluster) {
        Map<String, String> all = new TreeMap<>(labels);
        String[] parts = locality.split("/", -1);
        put(all, "topology.kubernetes.io/region", parts[0]);
        put(all, "topology.kubernetes.io/zone", parts.length > 1 ? parts[1] : "");
        put(all, "topology.istio.io/subzone", parts.length > 2 ? parts[2] : "");
        put(all, CLUSTER_LABEL, cluster);
        put(all, "kubernetes.io/hostname", nodeName);
        return Collections.unmodifiableMap(all);
    }

    /** The labels with a network, empty for the default, as far as a label doesn't name one already. */
    static Map<String, String> inNetwork(Map<String, String> labels, String network, NetworkLabels rule) {
        boolean named = !labels.getOrDefault(NETWORK_LABEL, "").isEmpty();
        boolean stays = switch (rule) {
            case REPLACED -> false;
            case KEPT -> named;
        };
        if (stays || network.isEmpty()) {
            return labels;
        }
        Map<String, String> all = new TreeMap<>(labels);
        all.put(NETWORK_LABEL, network);
        return Collections.unmodifiableMap(all);
    }

    /** The cluster of a workload with added labels. */
    public static String cluster(Map<String, String> labels) {
        return labels.getOrDefault(CLUSTER_LABEL, MeshSettings.CLUSTER);
    }

    /** The network a workload names itself, else the mesh's own; empty for the default network. */
    static String network(Map<String, String> labels, String meshNetwork) {
        String own = labels.getOrDefault(NETWORK_LABEL, "");
        return own.isEmpty() ? meshNetwork : own;
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
