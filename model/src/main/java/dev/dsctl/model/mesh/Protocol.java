package dev.dsctl.model.mesh;

/** What Istio takes a port to speak. Source: {@code Instance}, pkg/config/protocol/instance.go. */
public enum Protocol {
    GRPC,
    GRPC_WEB,
    HTTP,
    HTTP_PROXY,
    HTTP2,
    HTTPS,
    TCP,
    TLS,
    UDP,
    MONGO,
    REDIS,
    MYSQL,
    HBONE,
    DOUBLE_HBONE,
    /** Not declared: Envoy finds out from the first bytes. */
    UNSUPPORTED;

    /** Spoken over HTTP/2 in clear text. */
    public boolean isHttp2() {
        return this == HTTP2 || this == GRPC || this == GRPC_WEB;
    }

    /** Clear-text HTTP of any version. */
    public boolean isHttp() {
        return isHttp2() || this == HTTP || this == HTTP_PROXY;
    }

    /** A byte stream, TLS included. */
    public boolean isTcp() {
        return switch (this) {
            case TCP, HTTPS, TLS, MONGO, REDIS, MYSQL -> true;
            default -> false;
        };
    }

    /** TLS from the first byte. */
    public boolean isTls() {
        return this == HTTPS || this == TLS;
    }

    /** gRPC, over the wire or for browsers. */
    public boolean isGrpc() {
        return this == GRPC || this == GRPC_WEB;
    }
}
