package dev.dsctl.render.listener;

import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The listeners of a proxy. Source: {@code BuildListeners}, pilot/pkg/networking/core/listener.go. */
public final class Listeners {

    private Listeners() {}

    /** All listeners, in no particular order. */
    public static List<Listener> of(ProxyView view) {
        List<ProxyView> views = view.perFamily();
        if (views.size() == 1) {
            return ofOne(views.get(0));
        }
        Map<String, Listener> byName = new LinkedHashMap<>();
        for (ProxyView family : views) {
            ofOne(family).forEach(listener -> byName.putIfAbsent(listener.getName(), listener));
        }
        return List.copyOf(byName.values());
    }

    private static List<Listener> ofOne(ProxyView view) {
        ListenerScope scope = ListenerScope.of(view);
        if (scope.settings().ports().outbound() == 0) {
            return List.of();
        }
        List<Listener> listeners = new ArrayList<>(OutboundListeners.of(scope));
        HttpProxyListener.of(scope).ifPresent(listeners::add);
        RedirectedOutbound.of(scope).ifPresent(listeners::add);
        listeners.addAll(InboundListeners.of(scope));
        return listeners;
    }
}
