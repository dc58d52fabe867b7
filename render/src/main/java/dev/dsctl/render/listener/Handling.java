package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;

/**
 * How a port's traffic is handled. Source: {@code ModelProtocolToListenerProtocol}, pilot/pkg/networking/networking.go.
 */
enum Handling {
    HTTP,
    TCP,
    /** Envoy finds out from the first bytes whether it is HTTP. */
    SNIFFED,
    /** Not at all: no TCP. */
    NONE;

    static Handling of(Protocol protocol) {
        return switch (protocol) {
            case HTTP, HTTP2, HTTP_PROXY, GRPC, GRPC_WEB -> HTTP;
            case TCP, HTTPS, TLS, MONGO, REDIS, MYSQL -> TCP;
            case UDP -> NONE;
            case UNSUPPORTED, HBONE, DOUBLE_HBONE -> SNIFFED;
        };
    }
}
