package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Addresses;

/**
 * Where a listener listens. Source: {@code listenerBinding}, pilot/pkg/networking/core/listener.go.
 *
 * @param addresses addresses, or one Unix domain socket; none when the service decides
 * @param spare where it listens, too, when the service decides and has one address only
 * @param socket whether it has a socket of its own
 */
record Bind(Addresses addresses, Addresses spare, Socket socket) {

    Bind(Addresses addresses, Socket socket) {
        this(addresses, Addresses.NONE, socket);
    }

    /** Whether a listener has a socket of its own. */
    enum Socket {
        /** Connections are handed over from the listener to which all traffic is redirected. */
        NONE,
        /** The listener listens itself. */
        OWN
    }

    /** The first address; empty when there is none. */
    String primary() {
        return addresses.isEmpty() ? "" : addresses.primary();
    }

    /** The same kind of listener at other addresses. */
    Bind at(Addresses others) {
        return new Bind(others, spare, socket);
    }
}
