package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.List;

/**
 * An EndpointSlice ({@code discovery.k8s.io/v1}).
 *
 * @param meta name, namespace, labels
 * @param addressType {@code IPv4}, {@code IPv6} or {@code FQDN}
 * @param endpoints in the order written
 * @param ports in the order written
 */
public record KubeSlice(ObjectMeta meta, String addressType, List<Member> endpoints, List<Port> ports) {

    /** Whether an endpoint says in which zone it runs. */
    public boolean namesZones() {
        return endpoints.stream().anyMatch(e -> !e.zone().isEmpty());
    }

    /** The service the slice belongs to, empty when it belongs to none. */
    public String service() {
        return meta.label("kubernetes.io/service-name");
    }

    /**
     * An endpoint of the slice.
     *
     * @param addresses at least one
     * @param conditions whether it takes traffic
     * @param pod the pod it stands for, null when {@code targetRef} names none
     * @param zone where it runs, empty when not given
     */
    public record Member(List<String> addresses, Conditions conditions, PodReference pod, String zone) {}

    /**
     * Whether an endpoint takes traffic; null stands for unknown.
     *
     * @param ready it does
     * @param serving it could
     * @param terminating it is shutting down
     */
    public record Conditions(Boolean ready, Boolean serving, Boolean terminating) {}

    /**
     * The pod an endpoint stands for.
     *
     * @param namespace the pod's namespace
     * @param name the pod's name
     */
    public record PodReference(String namespace, String name) {
        /** {@code namespace/name}. */
        public String key() {
            return namespace + "/" + name;
        }
    }

    /**
     * A port of the slice.
     *
     * @param name the service port's name, may be empty
     * @param number where the endpoints listen, 0 when not given
     */
    public record Port(String name, int number) {}
}
