package dev.dsctl.lint.scene;

import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.List;

/**
 * Sidecars that are sent the same but for what concerns their own pods: they see the same services, with the same families and the same resources on
 * them. What they are sent is rendered once, for the first of them, and only as far as somebody looks.
 */
public final class Clients {

    private final ProxyView view;
    private final List<Proxy> members;
    private Binds binds;
    private List<Listener> listeners;
    private List<Cluster> clusters;
    private List<RouteConfiguration> routes;

    Clients(ProxyView view, List<Proxy> members) {
        this.view = view;
        this.members = List.copyOf(members);
    }

    /** What the first of them sees. */
    public ProxyView view() {
        return view;
    }

    /** All of them, by name. */
    public List<Proxy> members() {
        return members;
    }

    /** The families they have. */
    public IpMode mode() {
        return view.proxy().ipMode();
    }

    /** Whether they have an address of a family. */
    public boolean has(IpFamily family) {
        return view.proxy().addresses().has(family);
    }

    /** Where the first one's listeners listen. */
    public Binds binds() {
        if (binds == null) {
            binds = Binds.of(listeners());
        }
        return binds;
    }

    /** The first one's listeners. */
    public List<Listener> listeners() {
        if (listeners == null) {
            listeners = Renderer.listeners(view);
        }
        return listeners;
    }

    /** The first one's clusters. */
    public List<Cluster> clusters() {
        if (clusters == null) {
            clusters = Renderer.clusters(view);
        }
        return clusters;
    }

    /** The first one's route configurations. */
    public List<RouteConfiguration> routes() {
        if (routes == null) {
            routes = Renderer.routes(view, listeners());
        }
        return routes;
    }

    /** {@code sidecar sleep.default}, {@code 12 sidecars such as sleep.default}. */
    @Override
    public String toString() {
        String first = members.get(0).id();
        return members.size() == 1 ? "sidecar " + first : members.size() + " sidecars such as " + first;
    }
}
