package dev.dsctl.model.security;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.WorkloadSelector;
import java.util.Map;

/**
 * A PeerAuthentication (security.istio.io).
 *
 * @param meta its metadata
 * @param selector for which workloads
 * @param mode {@code spec.mtls.mode}; {@code UNKNOWN} when unset, so that the wider policy's holds
 * @param ports {@code spec.portLevelMtls} by target port; {@code UNKNOWN} inherits
 */
public record PeerAuthentication(
        ObjectMeta meta, WorkloadSelector selector, MutualTlsMode mode, Map<Integer, MutualTlsMode> ports) {

    public PeerAuthentication {
        ports = Map.copyOf(ports);
    }
}
