package dev.dsctl.render.cluster;

import dev.dsctl.model.traffic.ClientTls;

/**
 * The TLS settings of a cluster.
 *
 * @param settings what holds
 * @param origin who asked for it
 */
record EffectiveTls(ClientTls settings, Origin origin) {

    /** Who asked for TLS. */
    enum Origin {
        /** A destination rule. */
        RULE,
        /** Nobody: the mesh uses mutual TLS wherever it can. */
        AUTOMATIC
    }

    /** Whether hosts without sidecar are spoken to in plain text. */
    boolean isAutomatic() {
        return origin == Origin.AUTOMATIC && settings.mode() == ClientTls.Mode.ISTIO_MUTUAL;
    }
}
