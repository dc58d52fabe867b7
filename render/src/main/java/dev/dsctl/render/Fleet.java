package dev.dsctl.render;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Client;
import dev.dsctl.model.proxy.Clients;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.telemetry.Tracing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders many proxies of a mesh, on any thread. What proxies have in common that are the same client is rendered once and forgotten when others
 * have been rendered for long; it is the same objects in all of their snapshots.
 */
public final class Fleet {

    /** How many resources, or services that a client sees, are remembered of each kind. */
    private static final int ROOM = 8_000;

    private final Mesh mesh;
    private final Clients clients;
    private final Memo<Client, ProxyView> views =
            new Memo<>(ROOM, view -> view.services().size());
    private final Memo<Client, Routing> routings = new Memo<>(ROOM, Routing::size);
    private final Memo<Caller, Routing.Part> traced =
            new Memo<>(ROOM, part -> part.placed().size());
    private final Memo<Client, Upstreams> upstreams = new Memo<>(ROOM, Upstreams::size);

    /** The proxies of a mesh. */
    public Fleet(Mesh mesh) {
        this.mesh = mesh;
        this.clients = new Clients(mesh);
    }

    /** Everything istiod sends a proxy. */
    public XdsSnapshot render(Proxy proxy) {
        Client client = clients.anywhere(proxy);
        ProxyView seen = views.of(client, key -> ProxyView.of(mesh, key));
        ProxyView view = ProxyView.of(mesh, proxy, seen.scope());
        Routing routing = routings.of(client, key -> Routing.of(seen));
        Tracing tracing = Tracing.of(view);
        Caller caller = new Caller(client, tracing.outboundOnly());
        return Renderer.render(
                view,
                tracing,
                routing,
                traced.of(caller, key -> routing.traced(key.tracing)),
                upstreams.of(clients.somewhere(proxy), key -> Upstreams.of(ProxyView.of(mesh, key, seen.scope()))));
    }

    /** The same proxies, those next to each other that have most in common. */
    public List<Proxy> together(Collection<Proxy> proxies) {
        Map<Client, Map<Client, List<Proxy>>> byClient = new LinkedHashMap<>();
        for (Proxy proxy : proxies) {
            byClient.computeIfAbsent(clients.anywhere(proxy), client -> new LinkedHashMap<>())
                    .computeIfAbsent(clients.somewhere(proxy), client -> new ArrayList<>())
                    .add(proxy);
        }
        List<Proxy> together = new ArrayList<>(proxies.size());
        byClient.values().forEach(somewhere -> somewhere.values().forEach(together::addAll));
        return together;
    }

    /** A client and how its requests are traced, for spans may say which proxy they are from. */
    private static final class Caller {

        private final Client client;
        private final Tracing tracing;

        Caller(Client client, Tracing tracing) {
            this.client = client;
            this.tracing = tracing;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Caller that
                    && client.equals(that.client)
                    && tracing.outbound().useRequestId()
                            == that.tracing.outbound().useRequestId()
                    && tracing.outbound()
                            .tracing()
                            .equals(that.tracing.outbound().tracing());
        }

        @Override
        public int hashCode() {
            return client.hashCode();
        }
    }
}
