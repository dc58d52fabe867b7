package dev.dsctl.render.listener;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.ListenerChoices.ChainConflicts;
import dev.dsctl.render.envoy.Cidrs;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an outbound filter chain matches. Source: {@code filterChainOpts}, pilot/pkg/networking/core/listener.go.
 *
 * @param serverNames server names of TLS connections; one that is {@code *} matches any
 * @param ranges destination addresses and CIDR ranges
 * @param applicationProtocols what the HTTP inspector or ALPN says
 * @param transportProtocol {@code tls}, {@code raw_buffer}, or empty for any
 */
record ChainMatch(
        List<String> serverNames, List<String> ranges, List<String> applicationProtocols, String transportProtocol) {

    static final String RAW_BUFFER = "raw_buffer";
    static final String TLS = "tls";

    /** Matches everything. */
    static final ChainMatch ALL = new ChainMatch(List.of(), List.of(), List.of(), "");

    private static final String UNSPECIFIED = "0.0.0.0";

    ChainMatch {
        serverNames = List.copyOf(serverNames);
        ranges = List.copyOf(ranges);
        applicationProtocols = List.copyOf(applicationProtocols);
    }

    /** Connections to some destinations, any when none is given. */
    static ChainMatch ofRanges(List<String> ranges) {
        return ranges.isEmpty() ? ALL : new ChainMatch(List.of(), ranges, List.of(), "");
    }

    /** Clear-text connections in which HTTP was recognised. */
    static ChainMatch ofPlainHttp(List<String> applicationProtocols) {
        return new ChainMatch(List.of(), List.of(), applicationProtocols, RAW_BUFFER);
    }

    /** The same for these application protocols. */
    ChainMatch withApplicationProtocols(List<String> protocols) {
        return new ChainMatch(serverNames, ranges, protocols, transportProtocol);
    }

    /** Whether it matches everything. */
    boolean isAll() {
        return (serverNames.isEmpty() || serverNames.contains("*"))
                && applicationProtocols.isEmpty()
                && transportProtocol.isEmpty()
                && ranges.isEmpty();
    }

    /** Whether the TLS inspector is needed to tell. */
    boolean needsTlsInspector() {
        return !serverNames.isEmpty();
    }

    /** Whether the HTTP inspector is needed to tell. */
    boolean needsHttpInspector() {
        return !applicationProtocols.isEmpty();
    }

    /** Equal for two matches that can't stand in one listener. */
    Object conflictKey(IstioProfile profile) {
        return switch (profile.choice(ChainConflicts.class)) {
            case SAME_MESSAGE ->
                List.of(message().toBuilder().clearPrefixRanges().build(), networks());
            case SAME_MEANING ->
                List.of(transportProtocol, applicationProtocols, withoutWildcard(serverNames), maskedRanges());
        };
    }

    /** Ranges are compared by their first address, however long they are. */
    private List<String> networks() {
        return message().getPrefixRangesList().stream()
                .map(range ->
                        range.getAddressPrefix() + "/" + range.getPrefixLen().getValue())
                .map(Cidrs::masked)
                .map(Cidrs::address)
                .toList();
    }

    private static Set<String> withoutWildcard(List<String> names) {
        Set<String> result = new HashSet<>(names);
        result.remove("*");
        return result;
    }

    private Set<String> maskedRanges() {
        return ranges.stream()
                .filter(range -> !Cidrs.address(range).equals(UNSPECIFIED))
                .map(Cidrs::masked)
                .collect(Collectors.toSet());
    }

    /** The message; empty when everything matches. */
    FilterChainMatch message() {
        FilterChainMatch.Builder match = FilterChainMatch.newBuilder()
                .addAllApplicationProtocols(applicationProtocols)
                .setTransportProtocol(transportProtocol);
        if (!serverNames.contains("*")) {
            serverNames.stream().sorted().forEach(match::addServerNames);
        }
        ranges.stream()
                .sorted()
                .map(Cidrs::range)
                .filter(range -> !range.getAddressPrefix().equals(UNSPECIFIED))
                .forEach(match::addPrefixRanges);
        return match.build();
    }
}
