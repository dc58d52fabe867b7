package dev.dsctl.render.cluster;

import com.google.protobuf.Any;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.traffic.ConnectionPool;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.render.Names;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UseDownstreamHttpConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The clusters for traffic that belongs to no service. Source: {@code buildDefaultPassthroughCluster},
 * {@code buildInboundPassthroughCluster} and {@code buildBlackHoleCluster}, pilot/pkg/networking/core/cluster_builder.go.
 */
final class PassthroughClusters {

    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    private PassthroughClusters() {}

    /** Drops what it gets. */
    static Cluster blackHole(ClusterScope scope) {
        ClusterDraft draft = new ClusterDraft(Cluster.newBuilder()
                .setName(Names.BLACK_HOLE_CLUSTER)
                .setType(DiscoveryType.STATIC)
                .setConnectTimeout(scope.connectTimeout()));
        StatNames.apply(draft, Names.BLACK_HOLE_CLUSTER, scope);
        return draft.build(scope);
    }

    /** Sends what it gets to its original destination. */
    static Cluster outbound(ClusterScope scope) {
        return passthrough(scope).addAllFilters(MetadataExchange.filters(scope)).build();
    }

    /** Hand to the application what arrives for ports that no service has. */
    static List<Cluster> inbound(ClusterScope scope) {
        IpMode mode = scope.ipMode();
        Addresses sources = SourceAddresses.of(mode);
        List<Cluster> clusters = new ArrayList<>();
        switch (scope.choice(ClusterChoices.InboundPassthrough.class)) {
            case ONE -> clusters.add(inbound(Names.INBOUND_PASSTHROUGH_CLUSTER, sources, scope));
            case ONE_PER_FAMILY -> {
                if (mode != IpMode.IPV6) {
                    clusters.add(inbound(
                            Names.INBOUND_PASSTHROUGH_CLUSTER + "Ipv4", Addresses.of(SourceAddresses.IPV4), scope));
                }
                if (mode != IpMode.IPV4) {
                    clusters.add(inbound(
                            Names.INBOUND_PASSTHROUGH_CLUSTER + "Ipv6", Addresses.of(SourceAddresses.IPV6), scope));
                }
            }
        }
        return clusters;
    }

    private static Cluster inbound(String name, Addresses sources, ClusterScope scope) {
        return passthrough(scope)
                .setName(name)
                .setUpstreamBindConfig(SourceAddresses.bind(sources))
                .build();
    }

    private static Cluster.Builder passthrough(ClusterScope scope) {
        ClusterDraft draft = new ClusterDraft(Cluster.newBuilder()
                .setName(Names.PASSTHROUGH_CLUSTER)
                .setType(DiscoveryType.ORIGINAL_DST)
                .setLbPolicy(LbPolicy.CLUSTER_PROVIDED)
                .putTypedExtensionProtocolOptions(ClusterDraft.HTTP_OPTIONS, httpOptions(scope)));
        StatNames.apply(draft, Names.PASSTHROUGH_CLUSTER, scope);
        ConnectionPools.apply(draft, ConnectionPool.NONE, TrafficPolicy.NONE, scope);
        return draft.cluster();
    }

    private static Any httpOptions(ClusterScope scope) {
        Http1ProtocolOptions http1 = HeaderCase.isKeptEverywhere(scope)
                ? HttpProtocols.keepingHeaderCase()
                : Http1ProtocolOptions.getDefaultInstance();
        var options = io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.newBuilder()
                .setUseDownstreamProtocolConfig(UseDownstreamHttpConfig.newBuilder()
                        .setHttpProtocolOptions(http1)
                        .setHttp2ProtocolOptions(HttpProtocols.http2Options(scope)));
        if (scope.profile().has(ClusterChoices.HttpDefaults.PASSTHROUGH_IDLE_TIMEOUT)) {
            options.setCommonHttpProtocolOptions(
                    HttpProtocolOptions.newBuilder().setIdleTimeout(Values.duration(IDLE_TIMEOUT)));
        }
        return Envoy.any(options.build());
    }
}
