package dev.dsctl.render.bootstrap;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.dsctl.render.envoy.TypeNames;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves out the extensions that a stock Envoy doesn't have, and those whose settings it would have to ask istiod for. */
final class StockFilters {

    private final Changes changes;

    StockFilters(Changes changes) {
        this.changes = changes;
    }

    List<ListenerFilter> ofListener(List<ListenerFilter> filters) {
        return filters.stream()
                .filter(filter -> filter.hasConfigDiscovery()
                        ? isDiscovered("listener filter", filter.getName())
                        : has("listener filter", filter.getName(), filter.getTypedConfig()))
                .toList();
    }

    List<Filter> ofNetwork(List<Filter> filters) {
        return filters.stream()
                .filter(filter -> filter.hasConfigDiscovery()
                        ? isDiscovered("network filter", filter.getName())
                        : has("network filter", filter.getName(), filter.getTypedConfig()))
                .toList();
    }

    List<io.envoyproxy.envoy.config.cluster.v3.Filter> ofCluster(
            List<io.envoyproxy.envoy.config.cluster.v3.Filter> filters) {
        return filters.stream()
                .filter(filter -> filter.hasConfigDiscovery()
                        ? isDiscovered("cluster filter", filter.getName())
                        : has("cluster filter", filter.getName(), filter.getTypedConfig()))
                .toList();
    }

    List<HttpFilter> ofHttp(List<HttpFilter> filters) {
        return filters.stream()
                .filter(filter -> filter.hasConfigDiscovery()
                        ? isDiscovered("http filter", filter.getName())
                        : has("http filter", filter.getName(), filter.getTypedConfig()))
                .toList();
    }

    List<AccessLog> ofLogs(List<AccessLog> logs) {
        return logs.stream()
                .filter(log -> has("access log", log.getName(), log.getTypedConfig()))
                .toList();
    }

    /** The settings that a route or a virtual host has for filters by name. */
    Map<String, Any> perRoute(Map<String, Any> configs) {
        Map<String, Any> kept = new HashMap<>(configs);
        kept.entrySet().removeIf(each -> !has("route's settings of", each.getKey(), each.getValue()));
        return kept;
    }

    /** Whether a stock Envoy has an extension. */
    boolean has(String what, String name, Any config) {
        Optional<String> reason = StockEnvoy.lacks(config);
        reason.ifPresent(why -> changes.note(
                Changes.Kind.LEFT_OUT, what + " " + name + " (" + StockEnvoy.innermostType(config) + ": " + why + ")"));
        return reason.isEmpty();
    }

    private boolean isDiscovered(String what, String name) {
        changes.note(Changes.Kind.LEFT_OUT, what + " " + name + " (its settings come from istiod when it runs)");
        return false;
    }

    /** The content of an extension's settings when they are of a type. */
    static <T extends Message> Optional<T> unpacked(Any config, T prototype) {
        if (!config.getTypeUrl().equals(TypeNames.url(prototype.getClass()))) {
            return Optional.empty();
        }
        try {
            @SuppressWarnings("unchecked")
            T message = (T) prototype.getParserForType().parseFrom(config.getValue());
            return Optional.of(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(config.getTypeUrl() + " isn't one", e);
        }
    }
}
