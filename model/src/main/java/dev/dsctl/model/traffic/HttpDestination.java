package dev.dsctl.model.traffic;

import java.util.Optional;

/**
 * A share of requests ({@code HTTPRouteDestination}).
 *
 * @param destination where they go
 * @param weight share of the sum of all weights
 * @param headers what is changed in headers
 */
public record HttpDestination(Destination destination, int weight, Optional<HeaderChanges> headers) {}
