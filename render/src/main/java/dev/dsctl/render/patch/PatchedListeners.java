package dev.dsctl.render.patch;

import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.profile.IstioProfile;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A sidecar's listeners after all patches. The virtual ones are patched, but none is added beside them. Source: {@code patchListeners},
 * pilot/pkg/networking/core/listener_builder.go.
 */
public final class PatchedListeners {

    private static final String VIRTUAL_OUTBOUND = "virtualOutbound";
    private static final String VIRTUAL_INBOUND = "virtualInbound";

    private PatchedListeners() {}

    /** The listeners that patches leave and add. */
    public static List<Listener> of(List<Listener> listeners, Patches patches, IstioProfile profile) {
        if (patches.isEmpty()) {
            return listeners;
        }
        ListenerPatches outbound = new ListenerPatches(patches, Context.SIDECAR_OUTBOUND, profile);
        ListenerPatches inbound = new ListenerPatches(patches, Context.SIDECAR_INBOUND, profile);
        List<Listener> result = new ArrayList<>();
        named(listeners, VIRTUAL_OUTBOUND)
                .forEach(listener -> outbound.one(listener).ifPresent(result::add));
        named(listeners, VIRTUAL_INBOUND)
                .forEach(listener -> inbound.one(listener).ifPresent(result::add));
        result.addAll(outbound.all(others(listeners, l -> l.getTrafficDirection() != TrafficDirection.INBOUND)));
        result.addAll(inbound.all(others(listeners, l -> l.getTrafficDirection() == TrafficDirection.INBOUND)));
        return result;
    }

    private static List<Listener> named(List<Listener> listeners, String name) {
        return listeners.stream().filter(l -> l.getName().equals(name)).toList();
    }

    private static List<Listener> others(List<Listener> listeners, Predicate<Listener> direction) {
        return listeners.stream()
                .filter(l ->
                        !l.getName().equals(VIRTUAL_OUTBOUND) && !l.getName().equals(VIRTUAL_INBOUND))
                .filter(direction)
                .toList();
    }
}
