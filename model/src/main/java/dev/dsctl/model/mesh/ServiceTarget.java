package dev.dsctl.model.mesh;

/**
 * A port of a service that a proxy's own workload serves. Source: {@code ServiceTarget}, pilot/pkg/model/service.go.
 *
 * @param service the service
 * @param port its port
 * @param targetPort where the workload listens
 */
public record ServiceTarget(Service service, ServicePort port, int targetPort) {}
