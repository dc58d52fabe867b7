package dev.dsctl.render.listener;

import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.List;

/** The listeners of a proxy. Source: {@code BuildListeners}, pilot/pkg/networking/core/listener.go. */
public final class Listeners {

    private Listeners() {}

    /** All listeners, in no particular order. */
    public static List<Listener> of(ProxyView view) {
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
