package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Endpoint;

/** Tells addresses from host names. */
final class IpAddresses {

    private IpAddresses() {}

    /** Whether Envoy can connect to an endpoint without resolving a name: it has an address, or a Unix socket's path. */
    static boolean isAddressOrSocket(Endpoint endpoint) {
        return endpoint.port() == 0 || isAddress(endpoint.addresses().primary());
    }

    /** IPv6 has a colon, which no host name has; a host name's last label isn't a number. */
    private static boolean isAddress(String text) {
        if (text.indexOf(':') >= 0) {
            return true;
        }
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }
}
