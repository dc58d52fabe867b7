package dev.dsctl.render.route;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The route configurations that a proxy asks for because its listeners name them. */
final class RouteNames {

    private RouteNames() {}

    /** The names, each once, in the order of the listeners. */
    static Set<String> in(List<Listener> listeners) {
        Set<String> names = new LinkedHashSet<>();
        for (Listener listener : listeners) {
            listener.getFilterChainsList().forEach(chain -> addNames(names, chain));
            if (listener.hasDefaultFilterChain()) {
                addNames(names, listener.getDefaultFilterChain());
            }
        }
        return names;
    }

    private static void addNames(Set<String> names, FilterChain chain) {
        for (Filter filter : chain.getFiltersList()) {
            Any config = filter.getTypedConfig();
            if (config.is(HttpConnectionManager.class)) {
                addName(names, config);
            }
        }
    }

    private static void addName(Set<String> names, Any config) {
        try {
            HttpConnectionManager manager = config.unpack(HttpConnectionManager.class);
            if (manager.hasRds()) {
                names.add(manager.getRds().getRouteConfigName());
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a filter's configuration isn't what its type says", e);
        }
    }
}
