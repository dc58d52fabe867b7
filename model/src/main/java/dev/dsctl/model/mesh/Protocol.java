package dev.dsctl.model.mesh;

import java.util.Locale;

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

    /** The protocol that a port name, {@code appProtocol} or an Istio resource names, in any case; undeclared when it names none. */
    public static Protocol named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tcp" -> TCP;
            case "udp" -> UDP;
            case "grpc" -> GRPC;
            case "grpc-web" -> GRPC_WEB;
            case "http" -> HTTP;
            case "http_proxy" -> HTTP_PROXY;
            case "http2" -> HTTP2;
            case "https" -> HTTPS;
            case "tls" -> TLS;
            case "mongo" -> MONGO;
            case "redis" -> REDIS;
            case "mysql" -> MYSQL;
            default -> UNSUPPORTED;
        };
    }

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
