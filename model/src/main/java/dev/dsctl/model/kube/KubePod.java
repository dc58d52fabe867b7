package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.List;

/**
 * A Kubernetes Pod ({@code v1}), as far as Istio looks at it.
 *
 * @param meta name, namespace, labels, annotations
 * @param generateName {@code metadata.generateName}, empty when not given
 * @param controller the owner that controls it, {@link Owner#NONE} when there is none
 * @param spec what was asked for
 * @param status what happened
 */
public record KubePod(ObjectMeta meta, String generateName, Owner controller, Spec spec, Status status) {

    /** The container that Istio's proxy runs in. */
    static final String PROXY = "istio-proxy";

    /** Whether a sidecar runs in it; the proxies of gateways and waypoints are none. */
    public boolean hasSidecar() {
        return spec.containers().stream()
                .anyMatch(c -> c.name().equals(PROXY)
                        && !c.args().contains("router")
                        && !c.args().contains("waypoint")
                        && !meta.annotation("inject.istio.io/templates").contains("gateway"));
    }

    /** Whether endpoints may lead to it: it runs, is ready, and isn't being deleted. */
    public boolean isReadyForTraffic() {
        return status.ready && !status.isTerminal() && !status.deleting && !status.ips.isEmpty();
    }

    /**
     * A controlling owner reference.
     *
     * @param kind for instance {@code ReplicaSet}
     * @param name its name
     */
    public record Owner(String kind, String name) {
        /** No controller. */
        public static final Owner NONE = new Owner("", "");
    }

    /**
     * What was asked for.
     *
     * @param serviceAccount {@code spec.serviceAccountName}, {@code default} when not given
     * @param nodeName where it runs, empty when not scheduled
     * @param hostname {@code spec.hostname}, empty when not given
     * @param subdomain {@code spec.subdomain}, empty when not given
     * @param hostNetwork whether it shares the node's addresses
     * @param containers containers, then init containers, in the order written
     */
    public record Spec(
            String serviceAccount,
            String nodeName,
            String hostname,
            String subdomain,
            boolean hostNetwork,
            List<Container> containers) {}

    /**
     * A container.
     *
     * @param name its name
     * @param role when it runs
     * @param ports declared ports in the order written
     * @param args arguments of Istio's proxy; none for other containers
     */
    public record Container(String name, Role role, List<ContainerPort> ports, List<String> args) {}

    /** When a container runs. */
    public enum Role {
        /** With the pod. */
        MAIN,
        /** Before the main containers, then it ends. */
        INIT,
        /** Before the main containers and on with them ({@code restartPolicy: Always}). */
        NATIVE_SIDECAR
    }

    /**
     * A declared container port.
     *
     * @param name may be empty
     * @param number 1 to 65535
     * @param transport {@code TCP}, {@code UDP} or {@code SCTP}
     */
    public record ContainerPort(String name, int number, String transport) {}

    /**
     * What happened.
     *
     * @param phase for instance {@code Running}, empty when not given
     * @param ready whether condition {@code Ready} is true
     * @param deleting whether the pod is being deleted
     * @param ips {@code status.podIPs} in order
     */
    public record Status(String phase, boolean ready, boolean deleting, List<String> ips) {

        /** Whether the pod ran to its end. */
        public boolean isTerminal() {
            return phase.equals("Failed") || phase.equals("Succeeded");
        }

        /** {@code status.podIP}, empty when none was assigned. */
        public String ip() {
            return ips.isEmpty() ? "" : ips.get(0);
        }
    }
}
