package dev.dsctl.render.listener;

import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.Set;

/**
 * An outbound listener and where it listens.
 *
 * @param address the first of its addresses
 * @param listener the listener
 * @param routes the names of the route configurations that it asks for
 */
public record PlacedListener(String address, Listener listener, Set<String> routes) {}
