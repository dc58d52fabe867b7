package dev.dsctl.render.route;

import dev.dsctl.render.FamilyMarks;

/**
 * The name by which a listener asks for a route configuration. Source: {@code extractListenerPort}, pilot/pkg/networking/core/httproute.go.
 *
 * @param text the whole name
 * @param plain the name without the mark of a family
 * @param kind what is routed
 * @param port the port, 0 when the name has none
 */
record RouteName(String text, String plain, Kind kind, int port) {

    /** What a route configuration is for. */
    enum Kind {
        /** All requests to a port, {@code 80}. */
        PORT,
        /** Requests on a service's own listener, {@code web.shop.svc.cluster.local:8080}. */
        SERVICE,
        /** All requests to a proxy or to a Unix socket, {@code http_proxy} and {@code unix:///tmp/socket}. */
        ANY_PORT,
        /** Nothing that Istio makes. */
        UNKNOWN
    }

    /** Reads a name that ends with the mark of a family. */
    static RouteName of(String text, FamilyMarks marks) {
        String plain = marks.unmarkedRoute(text);
        if (plain.equals("http_proxy") || plain.startsWith("unix://")) {
            return new RouteName(text, plain, Kind.ANY_PORT, 0);
        }
        int colon = plain.indexOf(':');
        int port = port(plain.substring(colon + 1));
        if (port < 0) {
            return new RouteName(text, plain, Kind.UNKNOWN, 0);
        }
        return new RouteName(text, plain, colon < 0 ? Kind.PORT : Kind.SERVICE, port);
    }

    private static int port(String text) {
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : -1;
    }

    /** The name without its port. */
    String host() {
        int colon = plain.lastIndexOf(':');
        return colon < 0 ? plain : plain.substring(0, colon);
    }
}
