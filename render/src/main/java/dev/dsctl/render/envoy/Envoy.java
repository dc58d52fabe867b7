package dev.dsctl.render.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import dev.dsctl.model.mesh.Addresses;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.listener.v3.AdditionalAddress;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.List;

/** Small Envoy messages, named as they read in the output. */
public final class Envoy {

    private Envoy() {}

    /** A message packed under {@code type.googleapis.com/}. */
    public static Any any(Message message) {
        return Any.newBuilder()
                .setTypeUrl(TypeNames.url(message.getClass()))
                .setValue(message.toByteString())
                .build();
    }

    /** A TCP socket address; without a port, a Unix domain socket. */
    public static Address socketAddress(String address, int port) {
        if (port == 0) {
            String path = address.startsWith("unix://") ? address.substring("unix://".length()) : address;
            return Address.newBuilder().setPipe(Pipe.newBuilder().setPath(path)).build();
        }
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(address).setPortValue(port))
                .build();
    }

    /** A listener's addresses after the first one. */
    public static List<AdditionalAddress> additionalAddresses(Addresses addresses, int port) {
        return addresses.additional().stream()
                .map(a -> AdditionalAddress.newBuilder()
                        .setAddress(socketAddress(a, port))
                        .build())
                .toList();
    }

    /** A listener bound to addresses: the first as {@code address}, the others as {@code additional_addresses}. */
    public static Listener.Builder listener(String name, Addresses addresses, int port) {
        return Listener.newBuilder()
                .setName(name)
                .setAddress(socketAddress(addresses.primary(), port))
                .addAllAdditionalAddresses(additionalAddresses(addresses, port));
    }
}
