package dev.dsctl.render.listener;

import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.telemetry.Tracing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The outbound listeners of a client for the families of one view. Those with HTTP chains are messages only once it is known how requests are
 * traced.
 */
final class FamilyListeners {

    private final ProxyView view;
    private final List<PlacedListener> untraced = new ArrayList<>();
    private final List<OutboundEntry> traced = new ArrayList<>();
    private final Set<String> pods;

    /**
     * Of a view of what the client sees.
     *
     * @param free whether there can be a listener of a name
     */
    FamilyListeners(ProxyView view, Predicate<String> free) {
        this.view = view;
        ListenerScope scope = ListenerScope.of(view, Tracing.NONE);
        if (scope.settings().ports().outbound() == 0) {
            this.pods = Set.of();
            return;
        }
        OutboundListeners outbound = OutboundListeners.of(scope);
        this.pods = outbound.pods();
        List<OutboundEntry> entries = new ArrayList<>(outbound.entries());
        HttpProxyListener.of(scope).ifPresent(entries::add);
        OutboundMessages messages = new OutboundMessages(scope);
        for (OutboundEntry entry : entries) {
            if (free.test(entry.name())) {
                if (entry.routes().isEmpty()) {
                    untraced.add(placed(entry, messages));
                } else {
                    traced.add(entry);
                }
            }
        }
        RedirectedOutbound.of(scope)
                .filter(listener -> free.test(listener.getName()))
                .ifPresent(listener -> untraced.add(new PlacedListener("", listener, Set.of())));
    }

    /** Addresses of endpoints that have listeners. */
    Set<String> pods() {
        return pods;
    }

    List<PlacedListener> untraced() {
        return untraced;
    }

    List<PlacedListener> traced(Tracing tracing) {
        return messages(traced, ListenerScope.of(view, tracing));
    }

    /** What the pod at an address has there. */
    List<PlacedListener> at(String address, Tracing tracing) {
        ListenerScope scope = ListenerScope.of(view, tracing);
        return messages(OutboundListeners.of(scope, address).entries(), scope);
    }

    private static List<PlacedListener> messages(Collection<OutboundEntry> entries, ListenerScope scope) {
        OutboundMessages messages = new OutboundMessages(scope);
        return entries.stream().map(entry -> placed(entry, messages)).toList();
    }

    private static PlacedListener placed(OutboundEntry entry, OutboundMessages messages) {
        return new PlacedListener(entry.bind().primary(), messages.listener(entry), entry.routes());
    }
}
