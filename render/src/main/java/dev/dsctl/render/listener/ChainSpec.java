package dev.dsctl.render.listener;

import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import java.util.List;

/**
 * An outbound filter chain before it is known which listener it ends up in. Source: {@code filterChainOpts},
 * pilot/pkg/networking/core/listener.go.
 *
 * @param match what it matches
 * @param metadata which resource it comes from; empty when from none
 * @param content what it does
 */
record ChainSpec(ChainMatch match, Metadata metadata, Content content) {

    static ChainSpec of(ChainMatch match, Content content) {
        return new ChainSpec(match, Metadata.getDefaultInstance(), content);
    }

    /** What a filter chain does with a connection. */
    sealed interface Content {}

    /** The given filters, all of them. */
    record Tcp(List<Filter> filters) implements Content {}

    /** An HTTP connection manager, whose statistics are named after the listener. */
    record Http(OutboundHttp options) implements Content {}

    /** The same with another match. */
    ChainSpec with(ChainMatch other) {
        return new ChainSpec(other, metadata, content);
    }
}
