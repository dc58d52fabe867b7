package dev.dsctl.render.listener;

import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.telemetry.Tracing;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The listeners for what reaches a proxy. Source: {@code BuildListeners}, pilot/pkg/networking/core/listener.go. */
public final class Listeners {

    private Listeners() {}

    /** Those of a proxy, in no particular order. */
    public static List<Listener> inbound(ProxyView view, Tracing tracing) {
        List<ProxyView> views = view.perFamily();
        if (views.size() == 1) {
            return ofOne(views.get(0), tracing);
        }
        Map<String, Listener> byName = new LinkedHashMap<>();
        for (ProxyView family : views) {
            ofOne(family, tracing).forEach(listener -> byName.putIfAbsent(listener.getName(), listener));
        }
        return List.copyOf(byName.values());
    }

    private static List<Listener> ofOne(ProxyView view, Tracing tracing) {
        ListenerScope scope = ListenerScope.of(view, tracing);
        return scope.settings().ports().outbound() == 0 ? List.of() : InboundListeners.of(scope);
    }
}
