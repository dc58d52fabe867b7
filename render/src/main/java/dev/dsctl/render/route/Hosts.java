package dev.dsctl.render.route;

/** Host names and addresses as they stand in a request's Host header. Source: pilot/pkg/networking/util/util.go. */
final class Hosts {

    private Hosts() {}

    /** An IPv6 address in brackets; anything else as it is. */
    static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /** {@code host:port}, an IPv6 address in brackets. */
    static String withPort(String host, int port) {
        return host.indexOf(':') >= 0 || host.indexOf('%') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
