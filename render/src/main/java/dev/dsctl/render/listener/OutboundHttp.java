package dev.dsctl.render.listener;

/**
 * What makes the HTTP connection manager of one outbound listener differ from the others. Source: {@code httpListenerOpts},
 * pilot/pkg/networking/core/listener.go.
 *
 * @param routeName the route configuration it asks for
 * @param kind which template it follows
 */
record OutboundHttp(String routeName, Kind kind) {

    /** The templates of outbound HTTP connection managers. */
    enum Kind {
        /** For services. */
        SERVICES,
        /** For services whose first one speaks gRPC. */
        GRPC,
        /** For services whose first one speaks gRPC-Web. */
        GRPC_WEB,
        /** For applications that use the sidecar as HTTP proxy. */
        PROXY
    }
}
