package dev.dsctl.model.mesh;

/**
 * A port of a service. Source: {@code Port}, pilot/pkg/model/service.go.
 *
 * @param name the port's name, empty when a single port has none
 * @param number the service port (not the target port)
 * @param protocol what it speaks
 */
public record ServicePort(String name, int number, Protocol protocol) {}
