package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;

/**
 * What becomes of a service whose outbound listener exists already. Source: {@code buildSidecarOutboundListener},
 * pilot/pkg/networking/core/listener.go.
 */
enum Conflict {
    /** The listener serves the newcomer as it is. */
    SERVED,
    /** The newcomer takes the listener over. */
    REPLACE,
    /** HTTP joins TCP: the listener sniffs from now on. */
    HTTP_JOINS_TCP,
    /** TCP joins HTTP: the listener sniffs from now on. */
    TCP_JOINS_HTTP,
    /** A sniffed port joins TCP: the listener sniffs from now on. */
    SNIFFED_JOINS_TCP,
    /** TCP joins a listener that takes TCP anyway. */
    TCP_JOINS,
    /** Sniffing would break one of the protocols: the newcomer is left out. */
    REFUSED;

    /** What becomes of a port with a protocol when a listener for {@code existing} is there. */
    static Conflict between(Protocol incoming, Protocol existing) {
        Conflict conflict = byHandling(incoming, existing);
        boolean serverSpeaksFirst = serverSpeaksFirst(incoming) || serverSpeaksFirst(existing);
        return conflict != SERVED && serverSpeaksFirst && incoming != existing ? REFUSED : conflict;
    }

    private static Conflict byHandling(Protocol incoming, Protocol existing) {
        return switch (Handling.of(incoming)) {
            case HTTP -> existing.isTcp() ? HTTP_JOINS_TCP : SERVED;
            case TCP -> existing.isHttp() ? TCP_JOINS_HTTP : TCP_JOINS;
            case SNIFFED -> existing.isHttp() ? REPLACE : existing.isTcp() ? SNIFFED_JOINS_TCP : SERVED;
            case NONE -> SERVED;
        };
    }

    private static boolean serverSpeaksFirst(Protocol protocol) {
        return protocol == Protocol.MONGO || protocol == Protocol.MYSQL;
    }
}
