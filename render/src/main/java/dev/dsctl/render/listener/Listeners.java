package dev.dsctl.render.listener;

import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.List;

/** The listeners of a proxy. */
public final class Listeners {

    private Listeners() {}

    /** All listeners, in no particular order. */
    public static List<Listener> of(ProxyView view) {
        return List.of();
    }
}
