package dev.dsctl.model.sidecar;

import dev.dsctl.model.traffic.Destination;
import java.util.Optional;

/**
 * What becomes of calls to destinations that the mesh doesn't know.
 *
 * @param mode whether they go out
 * @param egressProxy the service that gets them, instead of going out directly
 */
public record OutboundTraffic(Mode mode, Optional<Destination> egressProxy) {

    /** Whether calls to unknown destinations go out. */
    public enum Mode {
        /** They don't. */
        REGISTRY_ONLY,
        /** They do. */
        ALLOW_ANY
    }
}
