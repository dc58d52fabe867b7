package dev.dsctl.render.route;

import com.google.protobuf.Any;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.dsctl.render.envoy.TypeNames;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.Rds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The route configurations that a proxy asks for because its listeners name them. */
public final class RouteNames {

    private RouteNames() {}

    /** The names, each once, in the order of the listeners. */
    public static Set<String> in(List<Listener> listeners) {
        Set<String> names = new LinkedHashSet<>();
        listeners.forEach(listener -> addNames(names, listener));
        return names;
    }

    private static void addNames(Set<String> names, Listener listener) {
        listener.getFilterChainsList().forEach(chain -> addNames(names, chain));
        if (listener.hasDefaultFilterChain()) {
            addNames(names, listener.getDefaultFilterChain());
        }
    }

    private static void addNames(Set<String> names, FilterChain chain) {
        for (Filter filter : chain.getFiltersList()) {
            Any config = filter.getTypedConfig();
            if (TypeNames.isOf(config, HttpConnectionManager.class)) {
                try {
                    addName(names, config.getValue().newCodedInput());
                } catch (IOException e) {
                    throw new UncheckedIOException("a filter's configuration isn't what its type says", e);
                }
            }
        }
    }

    /** Looks for the one field that matters: a mesh has as many connection managers as ports, and they are large. */
    private static void addName(Set<String> names, CodedInputStream manager) throws IOException {
        for (int tag = manager.readTag(); tag != 0; tag = manager.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == HttpConnectionManager.RDS_FIELD_NUMBER) {
                names.add(Rds.parseFrom(manager.readByteArray()).getRouteConfigName());
            } else {
                manager.skipField(tag);
            }
        }
    }
}
