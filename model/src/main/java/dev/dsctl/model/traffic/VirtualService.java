package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.List;
import java.util.Set;

/**
 * How traffic to hosts is routed. Source: istio/api networking/v1alpha3/virtual_service.proto.
 *
 * @param meta its metadata
 * @param hosts fully qualified, may begin with {@code *}; none for one that others delegate to
 * @param gateways names of gateways, {@code mesh} for sidecars; empty counts as {@code mesh}
 * @param http routes of requests, in order
 * @param tls routes of TLS connections by server name, in order
 * @param tcp routes of other connections, in order
 * @param exportTo namespaces that see it; {@code *} all, {@code .} its own, {@code ~} none; empty: the mesh's default
 */
public record VirtualService(
        ObjectMeta meta,
        List<String> hosts,
        List<String> gateways,
        List<HttpRoute> http,
        List<ConnectionRoute> tls,
        List<ConnectionRoute> tcp,
        Set<String> exportTo) {

    /** The gateway that stands for all sidecars. */
    public static final String MESH_GATEWAY = "mesh";

    public VirtualService {
        hosts = List.copyOf(hosts);
        gateways = List.copyOf(gateways);
        http = List.copyOf(http);
        tls = List.copyOf(tls);
        tcp = List.copyOf(tcp);
        exportTo = Set.copyOf(exportTo);
    }

    /** Whether sidecars heed it. */
    public boolean isForSidecars() {
        return gateways.isEmpty() || gateways.contains(MESH_GATEWAY);
    }

    /** Whether some of its routes are written in other VirtualServices. */
    public boolean delegates() {
        return http.stream().anyMatch(route -> route.delegate().isPresent());
    }

    /** The same with other HTTP routes. */
    public VirtualService withHttp(List<HttpRoute> routes) {
        return new VirtualService(meta, hosts, gateways, routes, tls, tcp, exportTo);
    }
}
