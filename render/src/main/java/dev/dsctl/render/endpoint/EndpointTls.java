package dev.dsctl.render.endpoint;

/** How connections to an endpoint are secured. */
enum EndpointTls {
    /** By Istio's mutual TLS, if the endpoint has a sidecar. */
    ISTIO,
    /** Not by Istio. */
    NONE
}
