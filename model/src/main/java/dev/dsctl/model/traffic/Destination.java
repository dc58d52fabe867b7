package dev.dsctl.model.traffic;

import java.util.OptionalInt;

/**
 * Where traffic goes. Source: istio/api networking/v1alpha3/virtual_service.proto ({@code Destination}).
 *
 * @param host a service's host name, fully qualified
 * @param subset part of the service's endpoints, empty for all
 * @param port the service's port; may be left out when there is only one
 */
public record Destination(String host, String subset, OptionalInt port) {}
