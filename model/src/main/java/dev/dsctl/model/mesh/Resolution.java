package dev.dsctl.model.mesh;

/** How a service's endpoints are found. Source: {@code Resolution}, pilot/pkg/model/service.go. */
public enum Resolution {
    /** Endpoints come from istiod. */
    CLIENT_SIDE_LB,
    /** Envoy resolves host names and balances over all answers. */
    DNS,
    /** The original destination is used. */
    PASSTHROUGH,
    /** Envoy resolves host names and uses one answer at a time. */
    DNS_ROUND_ROBIN,
    /** Another name for a service (ExternalName). */
    ALIAS,
    /** Wildcard hosts resolved from SNI or Host header. */
    DYNAMIC_DNS
}
