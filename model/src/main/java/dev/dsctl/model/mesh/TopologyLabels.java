package dev.dsctl.model.mesh;

import dev.dsctl.model.profile.MeshChoices.NetworkLabels;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The labels Istio adds to a workload's own. Source: {@code AugmentLabels}, pilot/pkg/serviceregistry/util/label/label.go. */
public final class TopologyLabels {

    /** Its cluster. */
    public static final String CLUSTER = "topology.istio.io/cluster";

    /** Its network. */
    public static final String NETWORK = "topology.istio.io/network";

    /** Its region. */
    public static final String REGION = "topology.kubernetes.io/region";

    /** Its zone. */
    public static final String ZONE = "topology.kubernetes.io/zone";

    /** Its subzone. */
    public static final String SUBZONE = "topology.istio.io/subzone";

    /** Its node. */
    public static final String NODE = "kubernetes.io/hostname";

    private static final List<String> PLACE_LABELS = List.of(REGION, ZONE, SUBZONE);

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
        for (int i = 0; i < PLACE_LABELS.size() && i < parts.length; i++) {
            put(all, PLACE_LABELS.get(i), parts[i]);
        }
        put(all, CLUSTER, cluster);
        put(all, NODE, nodeName);
        return Collections.unmodifiableMap(all);
    }

    /** The labels with a network, empty for the default, as far as a label doesn't name one already. */
    static Map<String, String> inNetwork(Map<String, String> labels, String network, NetworkLabels rule) {
        boolean named = !labels.getOrDefault(NETWORK, "").isEmpty();
        boolean stays = switch (rule) {
            case REPLACED -> false;
            case KEPT -> named;
        };
        if (stays || network.isEmpty()) {
            return labels;
        }
        Map<String, String> all = new TreeMap<>(labels);
        all.put(NETWORK, network);
        return Collections.unmodifiableMap(all);
    }

    /** {@code region/zone/subzone} as labels have it, empty when they don't say. */
    static String locality(Map<String, String> labels) {
        List<String> parts = PLACE_LABELS.stream()
                .map(label -> labels.getOrDefault(label, ""))
                .toList();
        return parts.stream().allMatch(String::isEmpty) ? "" : String.join("/", parts);
    }

    /** The cluster of a workload with added labels. */
    public static String cluster(Map<String, String> labels) {
        return labels.getOrDefault(CLUSTER, MeshSettings.CLUSTER);
    }

    /** The network a workload names itself, else the mesh's own; empty for the default network. */
    static String network(Map<String, String> labels, String meshNetwork) {
        String own = labels.getOrDefault(NETWORK, "");
        return own.isEmpty() ? meshNetwork : own;
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
