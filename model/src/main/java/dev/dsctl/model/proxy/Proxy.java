package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import java.util.List;
import java.util.Map;

/**
 * A sidecar: the pod it runs in and the node metadata it reports. Source: {@code Proxy} and {@code NodeMetadata},
 * pilot/pkg/model/context.go.
 *
 * @param name the pod's name
 * @param namespace the pod's namespace
 * @param addresses {@code status.podIPs} in order
 * @param labels the pod's labels
 * @param workloadLabels the pod's labels with those of its topology, what istiod matches selectors with
 * @param annotations the pod's annotations
 * @param serviceAccount {@code spec.serviceAccountName}
 * @param nodeName where the pod runs, empty when unknown
 * @param locality {@code region/zone/subzone}, empty when unknown
 * @param interception how traffic reaches the sidecar
 * @param containerPorts ports of the main containers, then of native sidecars
 * @param metadata entries of the proxy config's {@code proxyMetadata} with prefix {@code ISTIO_META_}, without that prefix
 */
public record Proxy(
        String name,
        String namespace,
        Addresses addresses,
        Map<String, String> labels,
        Map<String, String> workloadLabels,
        Map<String, String> annotations,
        String serviceAccount,
        String nodeName,
        String locality,
        InterceptionMode interception,
        List<ContainerPort> containerPorts,
        Map<String, String> metadata) {

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
        return metadata.getOrDefault("CLUSTER_ID", "Kubernetes");
    }

    /** The mesh it reports to be in. */
    public String meshId() {
        return metadata.getOrDefault("MESH_ID", "cluster.local");
    }
}
