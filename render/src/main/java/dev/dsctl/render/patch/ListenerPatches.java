package dev.dsctl.render.patch;

import dev.dsctl.model.extension.EnvoyFilter.ApplyTo;
import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.model.profile.ExtensionChoices.EmptyChains;
import dev.dsctl.model.profile.ExtensionChoices.ListenerFilterMerge;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.render.json.ProtoJson;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Patches of listeners and what is in them. Source: {@code patchListeners}, pilot/pkg/networking/core/listener_builder.go, and
 * pilot/pkg/networking/core/envoyfilter/listener_patch.go.
 */
public final class ListenerPatches {

    private final Patches patches;
    private final Context context;
    private final ListenerMatches matches;
    private final MessageLookup types;
    private final FilterChainPatches chains;

    /** Of one direction of a proxy of a release. */
    public ListenerPatches(Patches patches, Context context, IstioProfile profile) {
        this.patches = patches;
        this.context = context;
        this.matches = new ListenerMatches(profile);
        this.types = new MessageLookup(new ProtoJson());
        this.chains = new FilterChainPatches(patches, context, matches, types);
    }

    /** The listeners after all patches, with those that patches add. */
    public List<Listener> all(List<Listener> listeners) {
        List<Listener> result = new ArrayList<>();
        listeners.forEach(listener -> one(listener).ifPresent(result::add));
        result.addAll(added());
        return result;
    }

    /** The listeners that patches add. */
    public List<Listener> added() {
        List<Listener> result = new ArrayList<>();
        for (Patch patch : patches.on(ApplyTo.LISTENER)) {
            boolean outboundOnly = patch.match().context() == Context.ANY && context != Context.SIDECAR_OUTBOUND;
            if (patch.operation() == Operation.ADD && patch.isFor(context) && !outboundOnly) {
                result.add((Listener) patch.value());
            }
        }
        return result;
    }

    /** One listener after all patches; none when one removes it. */
    public Optional<Listener> one(Listener listener) {
        if (patches.isEmpty()) {
            return Optional.of(listener);
        }
        Listener.Builder result = listener.toBuilder();
        for (Patch patch : patches.on(ApplyTo.LISTENER)) {
            if (patch.isFor(context) && matches.listener(result, patch.match().listener())) {
                if (patch.operation() == Operation.REMOVE) {
                    return Optional.empty();
                }
                if (patch.operation() == Operation.MERGE) {
                    ProtoMerge.merge(result, patch.value());
                }
            }
        }
        listenerFilters(result);
        filterChains(result);
        return Optional.of(result.build());
    }

    private void listenerFilters(Listener.Builder listener) {
        for (Patch patch : patches.on(ApplyTo.LISTENER_FILTER)) {
            if (patch.isFor(context) && matches.around(listener, patch.match().listener())) {
                List<ListenerFilter> filters = patched(listener.getListenerFiltersList(), patch);
                listener.clearListenerFilters().addAllListenerFilters(filters);
            }
        }
    }

    private List<ListenerFilter> patched(List<ListenerFilter> filters, Patch patch) {
        String wanted =
                patch.match().listener() == null ? "" : patch.match().listener().listenerFilter();
        ListenerFilter value = (ListenerFilter) patch.value();
        if (patch.operation() == Operation.MERGE) {
            return filters.stream()
                    .map(filter -> !wanted.isEmpty() && matches.filterName(wanted, filter.getName())
                            ? merged(filter, value)
                            : filter)
                    .toList();
        }
        return new Edits<>(
                        patch.operation(),
                        value,
                        wanted.isEmpty() ? null : filter -> matches.filterName(wanted, filter.getName()))
                .applyTo(List.copyOf(filters));
    }

    private ListenerFilter merged(ListenerFilter filter, ListenerFilter value) {
        return switch (matches.profile().choice(ListenerFilterMerge.class)) {
            case IGNORED -> filter;
            case HONOURED ->
                filter.hasTypedConfig() && value.hasTypedConfig()
                        ? filter.toBuilder()
                                .setTypedConfig(ProtoMerge.mergeContents(
                                        filter.getTypedConfig(), value.getTypedConfig(), types))
                                .build()
                        : filter;
        };
    }

    private void filterChains(Listener.Builder listener) {
        Listener before = listener.build();
        List<FilterChain> result = new ArrayList<>();
        List<FilterChain> empty = new ArrayList<>();
        boolean removing = false;
        for (FilterChain chain : before.getFilterChainsList()) {
            if (chain.getFiltersCount() == 0) {
                empty.add(chain);
                result.add(chain);
            } else {
                Optional<FilterChain> patched = chains.patched(before, chain);
                removing |= patched.isEmpty();
                patched.ifPresent(result::add);
            }
        }
        if (before.hasDefaultFilterChain() && before.getDefaultFilterChain().getFiltersCount() > 0) {
            listener.clearDefaultFilterChain();
            chains.patched(before, before.getDefaultFilterChain()).ifPresent(listener::setDefaultFilterChain);
        }
        for (FilterChain added : added(before)) {
            result.add(added);
            if (added.getFiltersCount() == 0) {
                empty.add(added);
            }
        }
        if (dropsEmpty(removing)) {
            result.removeAll(empty);
        }
        listener.clearFilterChains().addAllFilterChains(result);
    }

    private List<FilterChain> added(Listener listener) {
        return patches.on(ApplyTo.FILTER_CHAIN).stream()
                .filter(patch -> patch.operation() == Operation.ADD
                        && patch.isFor(context)
                        && matches.around(listener, patch.match().listener()))
                .map(patch -> (FilterChain) patch.value())
                .toList();
    }

    private boolean dropsEmpty(boolean removing) {
        return switch (matches.profile().choice(EmptyChains.class)) {
            case KEPT_UNLESS_REMOVING -> removing;
            case DROPPED -> true;
        };
    }
}
