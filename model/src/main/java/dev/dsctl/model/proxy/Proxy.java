package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.ProxyConfig;
import dev.dsctl.model.mesh.TopologyLabels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sidecar: the pod it runs in and the node metadata it reports. Source: {@code Proxy} and {@code NodeMetadata},
 * pilot/pkg/model/context.go.
 *
 * @param name the pod's name
 * @param namespace the pod's namespace
 * @param workload what made the pod: kind in lower case and name, for instance {@code deployment/web}
 * @param addresses {@code status.podIPs} in order
 * @param labels the pod's labels
 * @param workloadLabels the pod's labels with those of its topology, what istiod matches selectors with
 * @param annotations the pod's annotations
 * @param serviceAccount {@code spec.serviceAccountName}
 * @param nodeName where the pod runs, empty when unknown
 * @param locality {@code region/zone/subzone}, empty when unknown
 * @param interception how traffic reaches the sidecar
 * @param containerPorts ports of the main containers, then of native sidecars
 * @param config the sidecar's settings: the mesh's, over which the pod's annotation goes
 */
public record Proxy(
        String name,
        String namespace,
        String workload,
        Addresses addresses,
        Map<String, String> labels,
        Map<String, String> workloadLabels,
        Map<String, String> annotations,
        String serviceAccount,
        String nodeName,
        String locality,
        InterceptionMode interception,
        List<ContainerPort> containerPorts,
        ProxyConfig config) {

    private static final String METADATA_PREFIX = "ISTIO_META_";

    /** How traffic reaches the sidecar, annotation {@code sidecar.istio.io/interceptionMode}. */
    public enum InterceptionMode {
        REDIRECT,
        TPROXY,
        NONE
    }

    /**
     * A declared container port.
     *
     * @param name may be empty
     * @param number 1 to 65535
     * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
     */
    public record ContainerPort(String name, int number, String protocol) {}

    /** The node metadata that {@code proxyMetadata} sets with names that begin with {@code ISTIO_META_}, without that prefix. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>();
        config.metadata().forEach((name, value) -> {
            if (name.startsWith(METADATA_PREFIX)) {
                metadata.put(name.substring(METADATA_PREFIX.length()), value);
            }
        });
        return metadata;
    }

    /** Whether a value of the node metadata is set to true. Source: {@code StringBool}, pkg/model/proxy.go. */
    public boolean isSet(String name) {
        return PilotEnv.flagOf(config.metadata().getOrDefault(METADATA_PREFIX + name, ""), false);
    }

    /** Whether it asked for endpoints of a network, empty for the default; every one unless it asks. Source: pilot/pkg/model/proxy_view.go. */
    public boolean sees(String network) {
        String asked = config.metadata().getOrDefault(METADATA_PREFIX + "REQUESTED_NETWORK_VIEW", "");
        return network.isEmpty() || asked.isEmpty() || List.of(asked.split(",")).contains(network);
    }

    /** The families of the pod's addresses. */
    public IpMode ipMode() {
        return addresses.mode();
    }

    /** {@code pod.namespace}, as istioctl writes a proxy. */
    public String id() {
        return name + "." + namespace;
    }

    /** The cluster it reports to be in. */
    public String clusterId() {
        return metadata().getOrDefault("CLUSTER_ID", TopologyLabels.cluster(workloadLabels));
    }

    /** The mesh it reports to be in. */
    public String meshId() {
        return metadata().getOrDefault("MESH_ID", "cluster.local");
    }
}
