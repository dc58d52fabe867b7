package dev.dsctl.render.patch;

import dev.dsctl.model.extension.EnvoyFilter.FilterChainMatch;
import dev.dsctl.model.extension.EnvoyFilter.ListenerMatch;
import dev.dsctl.model.profile.ExtensionChoices.ApplicationProtocolMatch;
import dev.dsctl.model.profile.ExtensionChoices.FilterNames;
import dev.dsctl.model.profile.IstioProfile;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.listener.v3.ListenerOrBuilder;
import java.util.Arrays;
import java.util.Set;

/**
 * Which listeners, filter chains and filters a patch is for. Source: {@code listenerMatch} and others,
 * pilot/pkg/networking/core/envoyfilter/listener_patch.go.
 *
 * @param profile the release
 */
record ListenerMatches(IstioProfile profile) {

    private static final Set<String> VIRTUAL = Set.of("virtualInbound", "virtualOutbound");

    /** For patches of the listener itself. */
    boolean listener(ListenerOrBuilder listener, ListenerMatch match) {
        return match == null || (name(listener, match) && port(listener, match));
    }

    /** For patches of something in the listener: the virtual ones hold the ports of others in their chains. */
    boolean around(ListenerOrBuilder listener, ListenerMatch match) {
        if (match == null) {
            return true;
        }
        return name(listener, match) && (VIRTUAL.contains(listener.getName()) || port(listener, match));
    }

    private static boolean name(ListenerOrBuilder listener, ListenerMatch match) {
        return match.name().isEmpty() || match.name().equals(listener.getName());
    }

    private static boolean port(ListenerOrBuilder listener, ListenerMatch match) {
        return match.portNumber() == 0
                || (listener.getAddress().hasSocketAddress()
                        && listener.getAddress().getSocketAddress().getPortValue() == match.portNumber());
    }

    /** For patches of a filter chain or something in it. */
    boolean filterChain(Listener listener, FilterChain chain, ListenerMatch match) {
        if (match == null) {
            return true;
        }
        int port = chain.getFilterChainMatch().getDestinationPort().getValue();
        if (VIRTUAL.contains(listener.getName()) && match.portNumber() > 0 && port != match.portNumber()) {
            return false;
        }
        return match.filterChain() == null || filterChain(chain, match.filterChain());
    }

    private boolean filterChain(FilterChain chain, FilterChainMatch match) {
        var chainMatch = chain.getFilterChainMatch();
        return (match.name().isEmpty() || match.name().equals(chain.getName()))
                && (match.sni().isEmpty() || chainMatch.getServerNamesList().contains(match.sni()))
                && (match.transportProtocol().isEmpty()
                        || match.transportProtocol().equals(chainMatch.getTransportProtocol()))
                && applicationProtocols(chain, match)
                && (match.destinationPort() == 0
                        || (chainMatch.hasDestinationPort()
                                && chainMatch.getDestinationPort().getValue() == match.destinationPort()));
    }

    private boolean applicationProtocols(FilterChain chain, FilterChainMatch match) {
        return switch (profile.choice(ApplicationProtocolMatch.class)) {
            case IGNORED -> true;
            case ALL_NAMED ->
                match.applicationProtocols().isEmpty()
                        || chain.getFilterChainMatch()
                                .getApplicationProtocolsList()
                                .containsAll(Arrays.asList(
                                        match.applicationProtocols().split(",", -1)));
        };
    }

    /** Whether a filter has the name a patch looks for. */
    boolean filterName(String wanted, String name) {
        return switch (profile.choice(FilterNames.class)) {
            case OLD_ACCEPTED -> wanted.equals(name) || wanted.equals(DeprecatedNames.oldName(name));
            case EXACT -> wanted.equals(name);
        };
    }

    /** The name that a filter has after a patch gave it one. */
    String newName(String name) {
        return switch (profile.choice(FilterNames.class)) {
            case OLD_ACCEPTED -> DeprecatedNames.newName(name);
            case EXACT -> name;
        };
    }
}
