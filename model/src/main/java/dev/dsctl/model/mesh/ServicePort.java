package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.PortReference;

/**
 * A port of a service. Source: {@code Port}, pilot/pkg/model/service.go.
 *
 * @param name the port's name, empty when a single port has none
 * @param number the service port (not the target port)
 * @param protocol what it speaks
 * @param transport {@code TCP}, {@code UDP} or {@code SCTP}
 * @param target where the workload listens
 */
public record ServicePort(String name, int number, Protocol protocol, String transport, PortReference target) {

    /** A TCP port that no Kubernetes Service declares: the workload listens on the same number. */
    public static ServicePort of(String name, int number, Protocol protocol) {
        return new ServicePort(name, number, protocol, "TCP", PortReference.of(number));
    }
}
