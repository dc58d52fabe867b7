package dev.dsctl.render.patch;

import com.google.protobuf.Any;
import dev.dsctl.model.extension.EnvoyFilter.ApplyTo;
import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.extension.EnvoyFilter.FilterMatch;
import dev.dsctl.model.extension.EnvoyFilter.ListenerMatch;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.model.profile.ExtensionChoices.FilterRemoval;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Patches of filter chains and their network filters. Source: {@code patchFilterChain} and {@code patchNetworkFilters},
 * pilot/pkg/networking/core/envoyfilter/listener_patch.go.
 *
 * @param patches a proxy's
 * @param context of this direction
 * @param matches what patches look for
 * @param types what is in packed messages
 */
record FilterChainPatches(Patches patches, Context context, ListenerMatches matches, MessageLookup types) {

    private static final String HTTP = "envoy.filters.network.http_connection_manager";

    /** A filter chain after all patches; none when one removes it. */
    Optional<FilterChain> patched(Listener listener, FilterChain chain) {
        FilterChain.Builder result = chain.toBuilder();
        for (Patch patch : patches.on(ApplyTo.FILTER_CHAIN)) {
            if (isFor(patch, listener, result.build())) {
                if (patch.operation() == Operation.REMOVE) {
                    return Optional.empty();
                }
                if (patch.operation() == Operation.MERGE) {
                    merge(result, (FilterChain) patch.value());
                }
            }
        }
        FilterChain merged = result.build();
        return Optional.of(
                result.clearFilters().addAllFilters(filters(listener, merged)).build());
    }

    private boolean isFor(Patch patch, Listener listener, FilterChain chain) {
        ListenerMatch match = patch.match().listener();
        return patch.isFor(context) && matches.around(listener, match) && matches.filterChain(listener, chain, match);
    }

    /** A transport socket of the same name is merged within; then nothing else of the patch counts. */
    private void merge(FilterChain.Builder chain, FilterChain value) {
        boolean sameSocket = value.hasTransportSocket()
                && chain.hasTransportSocket()
                && value.getTransportSocket()
                        .getName()
                        .equals(chain.getTransportSocket().getName());
        if (!sameSocket) {
            ProtoMerge.merge(chain, value);
        } else if (value.getTransportSocket().hasTypedConfig()
                && chain.getTransportSocket().hasTypedConfig()) {
            Any merged = ProtoMerge.mergeContents(
                    chain.getTransportSocket().getTypedConfig(),
                    value.getTransportSocket().getTypedConfig(),
                    types);
            chain.getTransportSocketBuilder().setTypedConfig(merged);
        }
    }

    private List<Filter> filters(Listener listener, FilterChain chain) {
        List<Filter> filters = chain.getFiltersList();
        List<Patch> applicable = patches.on(ApplyTo.NETWORK_FILTER).stream()
                .filter(patch -> isFor(patch, listener, chain))
                .toList();
        boolean inTurn = matches.profile().has(FilterRemoval.IN_TURN);
        for (Patch patch : applicable) {
            if (inTurn || patch.operation() != Operation.REMOVE) {
                filters = new Edits<>(patch.operation(), (Filter) patch.value(), named(patch)).applyTo(filters);
            }
        }
        HttpFilterPatches http = new HttpFilterPatches(this, listener, chain);
        List<Filter> result = new ArrayList<>();
        for (Filter filter : filters) {
            Filter merged = merged(filter, applicable);
            result.add(merged.getName().equals(HTTP) ? http.patched(merged) : merged);
        }
        return inTurn ? result : withoutRemoved(result, filters, applicable);
    }

    /** The filters a patch looks for; null when it names none. */
    private Predicate<Filter> named(Patch patch) {
        FilterMatch match = filterMatch(patch);
        return match == null ? null : filter -> matches.filterName(match.name(), filter.getName());
    }

    static FilterMatch filterMatch(Patch patch) {
        ListenerMatch match = patch.match().listener();
        return match == null || match.filterChain() == null
                ? null
                : match.filterChain().filter();
    }

    private Filter merged(Filter filter, List<Patch> applicable) {
        Filter result = filter;
        for (Patch patch : applicable) {
            Predicate<Filter> named = named(patch);
            boolean matched = named == null || named.test(result);
            if (patch.operation() == Operation.MERGE && matched && result.hasTypedConfig()) {
                result = merged(result, (Filter) patch.value());
            }
        }
        return result;
    }

    private Filter merged(Filter filter, Filter value) {
        Filter.Builder result = filter.toBuilder();
        result.setName(matches.newName(value.getName().isEmpty() ? filter.getName() : value.getName()));
        if (value.hasTypedConfig()) {
            result.setTypedConfig(ProtoMerge.mergeContents(filter.getTypedConfig(), value.getTypedConfig(), types));
        }
        return result.build();
    }

    private List<Filter> withoutRemoved(List<Filter> result, List<Filter> before, List<Patch> applicable) {
        List<Predicate<Filter>> removals = applicable.stream()
                .filter(patch -> patch.operation() == Operation.REMOVE)
                .map(patch -> {
                    Predicate<Filter> named = named(patch);
                    return named == null ? (Predicate<Filter>) filter -> true : named;
                })
                .toList();
        List<String> names = before.stream()
                .filter(filter -> removals.stream().anyMatch(removal -> removal.test(filter)))
                .map(Filter::getName)
                .toList();
        return result.stream()
                .filter(filter -> !names.contains(filter.getName()))
                .toList();
    }
}
