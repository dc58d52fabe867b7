package dev.dsctl.render.patch;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.dsctl.model.extension.EnvoyFilter.ApplyTo;
import dev.dsctl.model.extension.EnvoyFilter.FilterMatch;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.model.profile.ExtensionChoices.FilterRemoval;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Patches of the HTTP filters in an HTTP connection manager. Source: {@code patchHTTPFilters},
 * pilot/pkg/networking/core/envoyfilter/listener_patch.go.
 *
 * @param around patches of the filter chain
 * @param listener the listener it is in
 * @param chain the filter chain it is in
 */
record HttpFilterPatches(FilterChainPatches around, Listener listener, FilterChain chain) {

    /** A connection manager after all patches of its HTTP filters. */
    Filter patched(Filter manager) {
        List<Patch> applicable = around.patches().on(ApplyTo.HTTP_FILTER).stream()
                .filter(patch -> isFor(patch, manager))
                .toList();
        if (applicable.isEmpty() || !manager.hasTypedConfig()) {
            return manager;
        }
        try {
            HttpConnectionManager config = manager.getTypedConfig().unpack(HttpConnectionManager.class);
            HttpConnectionManager.Builder result = config.toBuilder().clearHttpFilters();
            return manager.toBuilder()
                    .setTypedConfig(Envoy.any(result.addAllHttpFilters(filters(config.getHttpFiltersList(), applicable))
                            .build()))
                    .build();
        } catch (InvalidProtocolBufferException notAManager) {
            return manager;
        }
    }

    private boolean isFor(Patch patch, Filter manager) {
        FilterMatch match = FilterChainPatches.filterMatch(patch);
        return patch.isFor(around.context())
                && around.matches().around(listener, patch.match().listener())
                && around.matches().filterChain(listener, chain, patch.match().listener())
                && (match == null || around.matches().filterName(match.name(), manager.getName()));
    }

    private List<HttpFilter> filters(List<HttpFilter> before, List<Patch> applicable) {
        List<HttpFilter> filters = before;
        boolean inTurn = around.matches().profile().has(FilterRemoval.IN_TURN);
        for (Patch patch : applicable) {
            if (inTurn || patch.operation() != Operation.REMOVE) {
                filters = new Edits<>(patch.operation(), (HttpFilter) patch.value(), named(patch)).applyTo(filters);
            }
        }
        List<HttpFilter> result = new ArrayList<>();
        for (HttpFilter filter : filters) {
            if (inTurn || applicable.stream().noneMatch(patch -> removes(patch, filter))) {
                result.add(merged(filter, applicable));
            }
        }
        return result;
    }

    private boolean removes(Patch patch, HttpFilter filter) {
        Predicate<HttpFilter> named = named(patch);
        return patch.operation() == Operation.REMOVE && (named == null || named.test(filter));
    }

    /** The filters a patch looks for; null when it names none. */
    private Predicate<HttpFilter> named(Patch patch) {
        FilterMatch match = FilterChainPatches.filterMatch(patch);
        return match == null || match.subFilter() == null
                ? null
                : filter -> around.matches().filterName(match.subFilter(), filter.getName());
    }

    private HttpFilter merged(HttpFilter filter, List<Patch> applicable) {
        HttpFilter result = filter;
        for (Patch patch : applicable) {
            Predicate<HttpFilter> named = named(patch);
            boolean matched = named == null || named.test(result);
            if (patch.operation() == Operation.MERGE && matched && result.hasTypedConfig()) {
                result = merged(result, (HttpFilter) patch.value());
            }
        }
        return result;
    }

    private HttpFilter merged(HttpFilter filter, HttpFilter value) {
        HttpFilter.Builder result = filter.toBuilder();
        result.setName(around.matches().newName(value.getName().isEmpty() ? filter.getName() : value.getName()));
        if (value.hasTypedConfig()) {
            Any merged = ProtoMerge.mergeContents(filter.getTypedConfig(), value.getTypedConfig(), around.types());
            result.setTypedConfig(merged);
        }
        return result.build();
    }
}
