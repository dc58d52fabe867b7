package dev.dsctl.render.bootstrap;

import com.google.protobuf.Any;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.TransportSocketMatch;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clusters that need no discovery: their endpoints stand in them. */
final class StaticClusters {

    private static final String HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    private final Map<String, ClusterLoadAssignment> endpoints;
    private final StockFilters filters;
    private final TransportSockets sockets;

    StaticClusters(
            List<ClusterLoadAssignment> endpoints, StockFilters filters, BootstrapSettings settings, Changes changes) {
        this.endpoints = endpoints.stream()
                .collect(Collectors.toMap(ClusterLoadAssignment::getClusterName, Function.identity()));
        this.filters = filters;
        this.sockets = new TransportSockets(new Certificates(settings.certificates()), changes);
    }

    Cluster of(Cluster cluster) {
        Cluster.Builder made =
                cluster.toBuilder().clearFilters().addAllFilters(filters.ofCluster(cluster.getFiltersList()));
        if (cluster.getType() == DiscoveryType.EDS) {
            String asked = cluster.getEdsClusterConfig().getServiceName();
            String name = asked.isEmpty() ? cluster.getName() : asked;
            ClusterLoadAssignment none =
                    ClusterLoadAssignment.newBuilder().setClusterName(name).build();
            made.setType(DiscoveryType.STATIC)
                    .clearEdsClusterConfig()
                    .setLoadAssignment(endpoints.getOrDefault(name, none));
        }
        if (cluster.hasTransportSocket()) {
            made.clearTransportSocket();
            sockets.upstream(cluster.getTransportSocket()).ifPresent(made::setTransportSocket);
        }
        matches(made);
        options(made);
        return made.build();
    }

    private void matches(Cluster.Builder cluster) {
        List<TransportSocketMatch> matches = new ArrayList<>();
        boolean alike = true;
        for (TransportSocketMatch match : cluster.getTransportSocketMatchesList()) {
            Optional<TransportSocket> socket = sockets.upstream(match.getTransportSocket());
            alike &= socket.isEmpty() || TransportSockets.isRaw(socket.get());
            matches.add(match.toBuilder()
                    .setTransportSocket(socket.orElse(TransportSockets.RAW))
                    .build());
        }
        cluster.clearTransportSocketMatches();
        if (!alike) {
            cluster.addAllTransportSocketMatches(matches);
        }
    }

    private void options(Cluster.Builder cluster) {
        Any packed = cluster.getTypedExtensionProtocolOptionsMap().get(HTTP_OPTIONS);
        if (packed == null) {
            return;
        }
        StockFilters.unpacked(packed, HttpProtocolOptions.getDefaultInstance())
                .filter(options -> options.getHttpFiltersCount() > 0)
                .ifPresent(options -> cluster.putTypedExtensionProtocolOptions(
                        HTTP_OPTIONS,
                        Envoy.any(options.toBuilder()
                                .clearHttpFilters()
                                .addAllHttpFilters(filters.ofHttp(options.getHttpFiltersList()))
                                .build())));
    }
}
