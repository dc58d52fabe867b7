package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.Service.TrafficDistribution;
import dev.dsctl.model.profile.PolicyChoices;
import dev.dsctl.model.traffic.ConsistentHash;
import dev.dsctl.model.traffic.ConsistentHash.DefaultRing;
import dev.dsctl.model.traffic.ConsistentHash.Maglev;
import dev.dsctl.model.traffic.ConsistentHash.RingHash;
import dev.dsctl.model.traffic.LoadBalancer;
import dev.dsctl.render.cluster.OutlierDetections.PanicMode;
import dev.dsctl.render.endpoint.LocalitySettings;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LeastRequestLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.MaglevLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.RingHashLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.RoundRobinLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.SlowStartConfig;
import io.envoyproxy.envoy.config.core.v3.RuntimeDouble;
import java.util.Optional;

/** Which host gets a request. Source: {@code applyLoadBalancer}, pilot/pkg/networking/core/cluster_traffic_policy.go. */
final class LoadBalancers {

    private static final long ENVOYS_RING_SIZE = 1024;

    private LoadBalancers() {}

    static void apply(ClusterDraft draft, OutboundPort port, LoadBalancer balancer, LocalitySettings localities) {
        Cluster.Builder cluster = draft.cluster();
        ClusterScope scope = port.scope();
        if (panics(port.service(), scope) == PanicMode.NEVER) {
            cluster.getCommonLbConfigBuilder().setHealthyPanicThreshold(Values.percent(0));
        }
        if (weighsLocalities(localities, scope)) {
            cluster.getCommonLbConfigBuilder()
                    .setLocalityWeightedLbConfig(LocalityWeightedLbConfig.getDefaultInstance());
        }
        if (draft.type() == DiscoveryType.ORIGINAL_DST) {
            cluster.setLbPolicy(LbPolicy.CLUSTER_PROVIDED);
            return;
        }
        if (port.port().protocol() == Protocol.REDIS && scope.env().flag("PILOT_ENABLE_REDIS_FILTER", false)) {
            cluster.setLbPolicy(LbPolicy.MAGLEV);
            return;
        }
        simple(cluster, balancer, scope);
        balancer.consistentHash().ifPresent(hash -> hash(cluster, hash));
    }

    /** Where unhealthy hosts are among the endpoints, Envoy must not send them traffic for want of others. */
    static PanicMode panics(Service service, ClusterScope scope) {
        boolean unhealthySent = scope.env().flag("PILOT_SEND_UNHEALTHY_ENDPOINTS", false)
                || service.kubernetes().trafficDistribution() != TrafficDistribution.ANY;
        return unhealthySent ? PanicMode.NEVER : PanicMode.WHEN_FEW_ARE_HEALTHY;
    }

    private static boolean weighsLocalities(LocalitySettings localities, ClusterScope scope) {
        return switch (scope.choice(PolicyChoices.LocalityWeights.class)) {
            case UNLESS_DISABLED -> localities.setting().isPresent();
            case WHEN_USED -> localities.areUsed() || scope.env().flag("ENABLE_LOCALITY_WEIGHTED_LB_CONFIG", false);
        };
    }

    private static void simple(Cluster.Builder cluster, LoadBalancer balancer, ClusterScope scope) {
        Optional<SlowStartConfig> slowStart = slowStart(balancer, scope);
        switch (balancer.simple()) {
            case UNSPECIFIED, LEAST_REQUEST -> {
                cluster.setLbPolicy(LbPolicy.LEAST_REQUEST);
                slowStart.ifPresent(s -> cluster.setLeastRequestLbConfig(
                        LeastRequestLbConfig.newBuilder().setSlowStartConfig(s)));
            }
            case ROUND_ROBIN -> {
                cluster.setLbPolicy(LbPolicy.ROUND_ROBIN);
                slowStart.ifPresent(s -> cluster.setRoundRobinLbConfig(
                        RoundRobinLbConfig.newBuilder().setSlowStartConfig(s)));
            }
            case RANDOM -> cluster.setLbPolicy(LbPolicy.RANDOM);
            case PASSTHROUGH ->
                cluster.setLbPolicy(LbPolicy.CLUSTER_PROVIDED)
                        .setType(DiscoveryType.ORIGINAL_DST)
                        .clearLoadAssignment();
        }
    }

    private static Optional<SlowStartConfig> slowStart(LoadBalancer balancer, ClusterScope scope) {
        if (balancer.warmup().isPresent() && scope.profile().has(PolicyChoices.Warmup.DURATION_AND_SLOPE)) {
            LoadBalancer.Warmup warmup = balancer.warmup().get();
            return Optional.of(SlowStartConfig.newBuilder()
                    .setSlowStartWindow(Values.duration(warmup.duration()))
                    .setAggression(RuntimeDouble.newBuilder()
                            .setDefaultValue(warmup.aggression().orElse(1.0))
                            .setRuntimeKey("("))
                    .setMinWeightPercent(Values.percent(warmup.minimumPercent().orElse(10.0)))
                    .build());
        }
        return balancer.warmupDuration()
                .map(d -> SlowStartConfig.newBuilder()
                        .setSlowStartWindow(Values.duration(d))
                        .build());
    }

    private static void hash(Cluster.Builder cluster, ConsistentHash hash) {
        if (hash.ring() instanceof Maglev maglev) {
            cluster.setLbPolicy(LbPolicy.MAGLEV);
            if (maglev.tableSize() != 0) {
                cluster.setMaglevLbConfig(MaglevLbConfig.newBuilder().setTableSize(Values.uint64(maglev.tableSize())));
            }
            return;
        }
        cluster.setLbPolicy(LbPolicy.RING_HASH);
        if (hash.ring() instanceof RingHash ring && ring.minimumSize() != 0) {
            ring(cluster, ring.minimumSize());
        } else if (hash.ring() instanceof DefaultRing ring) {
            ring(cluster, ring.minimumSize() != 0 ? ring.minimumSize() : ENVOYS_RING_SIZE);
        }
    }

    private static void ring(Cluster.Builder cluster, long minimumSize) {
        cluster.setRingHashLbConfig(RingHashLbConfig.newBuilder().setMinimumRingSize(Values.uint64(minimumSize)));
    }
}
