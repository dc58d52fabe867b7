package dev.dsctl.lint;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.XdsSnapshot;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The part of what a sidecar is sent that findings are about, as text: addresses above all. */
final class Effect {

    private Effect() {}

    /** Resources of a kind whose name holds a text, {@code PROXY KIND TEXT}. */
    static String of(Mesh mesh, String wish) {
        String[] parts = wish.split(" ", 3);
        XdsSnapshot snapshot = Renderer.render(ProxyView.of(
                mesh,
                mesh.proxies().stream()
                        .filter(proxy -> proxy.id().equals(parts[0]))
                        .findFirst()
                        .orElseThrow()));
        List<String> lines = switch (parts[1]) {
            case "listeners" ->
                snapshot.listeners().stream().map(Effect::listener).toList();
            case "clusters" -> snapshot.clusters().stream().map(Effect::cluster).toList();
            case "routes" ->
                snapshot.routes().stream()
                        .flatMap(route -> hosts(route).stream())
                        .toList();
            case "endpoints" ->
                snapshot.endpoints().stream()
                        .map(each -> each.getClusterName() + ": " + endpoints(each))
                        .toList();
            default -> throw new IllegalArgumentException(wish);
        };
        String found = lines.stream()
                .filter(line -> line.substring(0, line.indexOf(": ")).contains(parts[2]))
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
        return parts[0] + " " + parts[1] + " with " + parts[2] + "\n" + (found.isEmpty() ? "  none\n" : found);
    }

    private static String listener(Listener listener) {
        List<String> addresses = new ArrayList<>();
        addresses.add(text(listener.getAddress()));
        listener.getAdditionalAddressesList().forEach(each -> addresses.add(text(each.getAddress())));
        return listener.getName() + ": " + String.join(", ", addresses);
    }

    private static String cluster(Cluster cluster) {
        StringBuilder text = new StringBuilder(cluster.getName() + ": " + cluster.getType());
        text.append(", looks up ").append(cluster.getDnsLookupFamily());
        if (cluster.getUpstreamBindConfig().hasSourceAddress()) {
            text.append(", from ")
                    .append(cluster.getUpstreamBindConfig().getSourceAddress().getAddress());
            cluster.getUpstreamBindConfig()
                    .getExtraSourceAddressesList()
                    .forEach(each -> text.append(' ').append(each.getAddress().getAddress()));
        }
        return cluster.hasLoadAssignment()
                ? text.append(", to ")
                        .append(endpoints(cluster.getLoadAssignment()))
                        .toString()
                : text.toString();
    }

    private static List<String> hosts(RouteConfiguration route) {
        List<String> lines = new ArrayList<>();
        for (VirtualHost host : route.getVirtualHostsList()) {
            lines.add(route.getName() + " " + host.getName() + ": " + String.join(", ", host.getDomainsList()));
        }
        return lines;
    }

    private static String endpoints(ClusterLoadAssignment assignment) {
        List<String> all = new ArrayList<>();
        assignment
                .getEndpointsList()
                .forEach(locality -> locality.getLbEndpointsList().forEach(endpoint -> all.add(endpoint(endpoint))));
        return all.isEmpty() ? "none" : String.join(", ", all);
    }

    private static String endpoint(LbEndpoint each) {
        Endpoint endpoint = each.getEndpoint();
        StringBuilder text = new StringBuilder(text(endpoint.getAddress()));
        endpoint.getAdditionalAddressesList()
                .forEach(address -> text.append(" or ").append(text(address.getAddress())));
        return text.toString();
    }

    private static String text(Address address) {
        if (!address.hasSocketAddress()) {
            return address.hasPipe() ? address.getPipe().getPath() : "";
        }
        String host = address.getSocketAddress().getAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + address.getSocketAddress().getPortValue();
    }
}
