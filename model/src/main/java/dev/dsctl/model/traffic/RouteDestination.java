package dev.dsctl.model.traffic;

/**
 * A share of connections ({@code RouteDestination}).
 *
 * @param destination where they go
 * @param weight share of the sum of all weights
 */
public record RouteDestination(Destination destination, int weight) {}
