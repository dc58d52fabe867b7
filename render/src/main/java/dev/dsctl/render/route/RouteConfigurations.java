package dev.dsctl.render.route;

import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.List;

/** The route configurations of a proxy. */
public final class RouteConfigurations {

    private RouteConfigurations() {}

    /** The route configurations that the listeners ask for by name. */
    public static List<RouteConfiguration> of(ProxyView view, List<Listener> listeners) {
        return List.of();
    }
}
