package dev.dsctl.render.bootstrap;

import java.util.Optional;

/**
 * How an Envoy is to run what istiod sends a sidecar.
 *
 * @param certificates the folder whose files stand for the certificates that Istio's agent hands out; without one, what needs a
 *     certificate is plain text
 * @param binding which outbound listeners open a socket
 * @param adminPort of the admin interface on 127.0.0.1
 */
public record BootstrapSettings(Optional<String> certificates, Binding binding, int adminPort) {

    /** Istio's port of the admin interface. */
    public static final int ADMIN_PORT = 15000;

    /** Plain text, and sockets as istiod says. */
    public static final BootstrapSettings DEFAULT =
            new BootstrapSettings(Optional.empty(), Binding.REDIRECTED, ADMIN_PORT);

    /** Which outbound listeners open a socket. */
    public enum Binding {
        /** The one that iptables redirects to, as istiod says. */
        REDIRECTED,
        /** All, on the addresses of their services. */
        ADDRESSES
    }
}
