package dev.dsctl.lint.scene;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.listener.v3.AdditionalAddress;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where listeners listen.
 *
 * @param byPlace the names of the listeners at each place, a name as often as the listener has the place
 */
public record Binds(Map<Place, List<String>> byPlace) {

    /**
     * A place to listen at.
     *
     * @param address an IP address
     * @param port 1 to 65535
     * @param transport {@code TCP} or {@code UDP}
     */
    public record Place(String address, int port, String transport) {

        /** Of TCP. */
        public static Place of(String address, int port) {
            return new Place(address, port, SocketAddress.Protocol.TCP.name());
        }

        /** {@code 10.0.0.1:80}, {@code [fd00::1]:80}. */
        @Override
        public String toString() {
            return address.indexOf(':') < 0 ? address + ":" + port : "[" + address + "]:" + port;
        }
    }

    static Binds of(List<Listener> listeners) {
        Map<Place, List<String>> byPlace = new LinkedHashMap<>();
        for (Listener listener : listeners) {
            for (Place place : places(listener)) {
                byPlace.computeIfAbsent(place, at -> new ArrayList<>(1)).add(listener.getName());
            }
        }
        return new Binds(byPlace);
    }

    /** Where a listener listens, in order; nowhere when it has no IP address. */
    public static List<Place> places(Listener listener) {
        List<Place> places = new ArrayList<>(2);
        add(listener.getAddress(), places);
        for (AdditionalAddress address : listener.getAdditionalAddressesList()) {
            add(address.getAddress(), places);
        }
        return places;
    }

    private static void add(Address address, List<Place> places) {
        if (address.hasSocketAddress()) {
            SocketAddress socket = address.getSocketAddress();
            places.add(new Place(
                    socket.getAddress(),
                    socket.getPortValue(),
                    socket.getProtocol().name()));
        }
    }

    /** The names of the listeners at a place. */
    public List<String> at(Place place) {
        return byPlace.getOrDefault(place, List.of());
    }
}
