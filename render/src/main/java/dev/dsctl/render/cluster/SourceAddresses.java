package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import io.envoyproxy.envoy.config.core.v3.BindConfig;
import io.envoyproxy.envoy.config.core.v3.ExtraSourceAddress;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;

/**
 * The loopback addresses from which a proxy connects to its own application, so that redirection lets it pass. Source:
 * {@code passthroughBindIPs}, pilot/pkg/networking/core/listener_address.go.
 */
final class SourceAddresses {

    static final String IPV4 = "127.0.0.6";
    static final String IPV6 = "::6";

    private SourceAddresses() {}

    /** Those of the proxy's families. */
    static Addresses of(IpMode mode) {
        return switch (mode) {
            case IPV4 -> Addresses.of(IPV4);
            case IPV6 -> Addresses.of(IPV6);
            case DUAL -> Addresses.of(IPV4, IPV6);
        };
    }

    /** Connects from the first address, or from another one if the host has that family. */
    static BindConfig bind(Addresses addresses) {
        BindConfig.Builder bind = BindConfig.newBuilder().setSourceAddress(anyPort(addresses.primary()));
        for (String extra : addresses.additional()) {
            bind.addExtraSourceAddresses(ExtraSourceAddress.newBuilder().setAddress(anyPort(extra)));
        }
        return bind.build();
    }

    private static SocketAddress anyPort(String address) {
        return SocketAddress.newBuilder().setAddress(address).setPortValue(0).build();
    }
}
