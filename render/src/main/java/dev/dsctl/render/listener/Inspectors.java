package dev.dsctl.render.listener;

import java.util.List;

/**
 * What a listener must find out about a connection before it picks a filter chain.
 *
 * @param tls whether to look for TLS and its server name
 * @param http whether to look for HTTP
 */
record Inspectors(boolean tls, boolean http) {

    static final Inspectors NONE = new Inspectors(false, false);

    /** What outbound chains need. */
    static Inspectors of(List<ChainSpec> chains) {
        Inspectors all = NONE;
        for (ChainSpec chain : chains) {
            all = all.or(new Inspectors(
                    chain.match().needsTlsInspector(), chain.match().needsHttpInspector()));
        }
        return all;
    }

    /** What either needs. */
    Inspectors or(Inspectors other) {
        return new Inspectors(tls || other.tls, http || other.http);
    }
}
