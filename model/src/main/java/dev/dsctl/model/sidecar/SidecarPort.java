package dev.dsctl.model.sidecar;

import dev.dsctl.model.mesh.Protocol;

/**
 * A port that a Sidecar names.
 *
 * @param name its name, may be empty
 * @param number 1 to 65535, 0 for a Unix socket
 * @param protocol what it speaks
 */
public record SidecarPort(String name, int number, Protocol protocol) {}
