package dev.dsctl.render.bootstrap;

import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.bootstrap.v3.Admin;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap.StaticResources;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.bootstrap.internal_listener.v3.InternalListener;
import java.util.List;

/**
 * What a sidecar is sent over discovery, in one file that an Envoy without Istio's extensions starts from: routes stand in their
 * listeners and endpoints in their clusters.
 *
 * @param message the file
 * @param changes what differs from what the sidecar has, a sentence each
 */
public record StaticBootstrap(Bootstrap message, List<String> changes) {

    /** The bootstrap of a proxy. */
    public static StaticBootstrap of(ProxyView view, XdsSnapshot snapshot, BootstrapSettings settings) {
        Changes changes = new Changes();
        StockFilters filters = new StockFilters(changes);
        StaticListeners listeners = new StaticListeners(snapshot.routes(), filters, settings, changes);
        StaticClusters clusters = new StaticClusters(snapshot.endpoints(), filters, settings, changes);
        StaticResources.Builder resources = StaticResources.newBuilder();
        for (Listener listener : snapshot.listeners()) {
            resources.addListeners(listeners.of(listener));
        }
        for (Cluster cluster : snapshot.clusters()) {
            resources.addClusters(clusters.of(cluster));
        }
        Bootstrap.Builder bootstrap = Bootstrap.newBuilder()
                .setNode(node(view))
                .setStaticResources(resources)
                .setAdmin(Admin.newBuilder().setAddress(Envoy.socketAddress("127.0.0.1", settings.adminPort())));
        if (snapshot.listeners().stream().anyMatch(Listener::hasInternalListener)) {
            bootstrap.addBootstrapExtensions(TypedExtensionConfig.newBuilder()
                    .setName("envoy.bootstrap.internal_listener")
                    .setTypedConfig(Envoy.any(InternalListener.getDefaultInstance())));
        }
        return new StaticBootstrap(bootstrap.build(), changes.sentences());
    }

    /** As Istio's agent names it. Source: pkg/bootstrap/config.go. */
    private static Node node(ProxyView view) {
        Proxy proxy = view.proxy();
        String known = view.mesh().settings().domain();
        String domain = proxy.namespace() + ".svc." + (known.isEmpty() ? "cluster.local" : known);
        Node.Builder node = Node.newBuilder()
                .setId(String.join("~", "sidecar", proxy.addresses().primary(), proxy.id(), domain))
                .setCluster(proxy.labels().getOrDefault("app", "istio-proxy") + "." + proxy.namespace());
        String[] place = proxy.locality().split("/", 3);
        if (!place[0].isEmpty()) {
            node.setLocality(Locality.newBuilder()
                    .setRegion(place[0])
                    .setZone(place.length > 1 ? place[1] : "")
                    .setSubZone(place.length > 2 ? place[2] : ""));
        }
        return node.build();
    }
}
