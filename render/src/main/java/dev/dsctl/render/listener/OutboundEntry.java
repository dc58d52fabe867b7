package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.IstioProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An outbound listener that further services may still join. Source: {@code outboundListenerEntry},
 * pilot/pkg/networking/core/listener.go.
 */
final class OutboundEntry {

    private final ServicePort port;
    private final Bind bind;
    private final IstioProfile profile;
    private final List<ChainSpec> chains = new ArrayList<>(2);
    private final Set<Object> conflictKeys = new HashSet<>();
    private Protocol protocol;
    private Inspectors inspectors = Inspectors.NONE;

    /** A listener for the first service of its address and port. */
    OutboundEntry(ServicePort port, Bind bind, Protocol protocol, IstioProfile profile) {
        this.port = port;
        this.bind = bind;
        this.protocol = protocol;
        this.profile = profile;
    }

    /** Adds chains, leaving out those whose match stands already: the older service keeps it. */
    void merge(List<ChainSpec> incoming) {
        for (ChainSpec chain : incoming) {
            if (conflictKeys.add(chain.match().conflictKey(profile))) {
                chains.add(chain);
            }
        }
    }

    /** Adds chains as they are. */
    void append(List<ChainSpec> incoming) {
        incoming.forEach(chain -> conflictKeys.add(chain.match().conflictKey(profile)));
        chains.addAll(incoming);
    }

    /** Takes all chains out. */
    List<ChainSpec> drain() {
        List<ChainSpec> all = List.copyOf(chains);
        chains.clear();
        conflictKeys.clear();
        return all;
    }

    /** Remembers that chains which were offered need inspectors, even if they change or don't stay. */
    void require(Inspectors offered) {
        inspectors = inspectors.or(offered);
    }

    /** HTTP and TCP share the listener from now on. */
    void sniff() {
        protocol = Protocol.UNSUPPORTED;
    }

    /** The listener's name. */
    String name() {
        return bind.primary() + "_" + port.number();
    }

    /** The names of the route configurations that its HTTP chains ask for; none without such chains. */
    Set<String> routes() {
        Set<String> routes = new LinkedHashSet<>();
        for (ChainSpec chain : chains) {
            if (chain.content() instanceof ChainSpec.Http http) {
                routes.add(http.options().routeName());
            }
        }
        return routes;
    }

    ServicePort port() {
        return port;
    }

    Bind bind() {
        return bind;
    }

    Protocol protocol() {
        return protocol;
    }

    List<ChainSpec> chains() {
        return chains;
    }

    Inspectors inspectors() {
        return inspectors;
    }
}
