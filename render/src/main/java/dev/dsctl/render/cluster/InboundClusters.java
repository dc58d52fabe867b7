package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.traffic.ConnectionPool;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.render.Names;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster for each port of the proxy's own workload. Source: {@code buildInboundClusters},
 * pilot/pkg/networking/core/cluster.go, and {@code buildInboundCluster}, pilot/pkg/networking/core/cluster_builder.go.
 */
final class InboundClusters {

    /** The longest time that Istio can write. */
    private static final long NEVER_SECONDS = 9_223_372_035L;

    private final ClusterScope scope;

    InboundClusters(ClusterScope scope) {
        this.scope = scope;
    }

    /**
     * A cluster and the services behind it, which its name doesn't tell.
     *
     * @param cluster the cluster
     * @param hosts host names
     */
    record Inbound(Cluster cluster, List<String> hosts) {}

    List<Inbound> all() {
        if (scope.proxy().interception() == InterceptionMode.NONE) {
            // The application itself listens on these ports.
            return List.of();
        }
        Map<Integer, List<ServiceTarget>> byPort = new LinkedHashMap<>();
        for (ServiceTarget target : scope.view().targets()) {
            byPort.computeIfAbsent(target.targetPort(), p -> new ArrayList<>()).add(target);
        }
        String loopback = loopback();
        List<Inbound> clusters = new ArrayList<>();
        byPort.forEach((port, targets) -> clusters.add(new Inbound(
                cluster(port, loopback, targets),
                targets.stream().map(t -> t.service().hostname()).toList())));
        return clusters;
    }

    /** The first service on a port decides; the others are only told of. */
    private Cluster cluster(int targetPort, String bind, List<ServiceTarget> targets) {
        ServiceTarget first = targets.get(0);
        String name = Names.inbound(targetPort);
        ClusterDraft draft = new ClusterDraft(
                Cluster.newBuilder().setName(name).setCommonLbConfig(CommonLbConfig.getDefaultInstance()));
        StatNames.apply(draft, name, scope);
        target(draft, bind, targetPort);
        HttpProtocols.ofPort(draft, first.port().protocol(), scope);
        ServiceMarks.services(draft, services(first.port(), targets), scope);
        StatNames.inbound(draft, first.service(), first.port(), targetPort, scope);
        Optional<DestinationRule> rule = scope.view().inboundRule(first.service());
        Optional<TrafficPolicy> policy =
                rule.flatMap(DestinationRule::policy).map(p -> p.of(first.port().number()));
        if (policy.isPresent() && draft.tells()) {
            ServiceMarks.rule(draft, rule.get(), scope);
        }
        ConnectionPools.apply(
                draft,
                policy.flatMap(TrafficPolicy::connectionPool).orElse(ConnectionPool.NONE),
                policy.orElse(TrafficPolicy.NONE),
                scope);
        return draft.build(scope);
    }

    private void target(ClusterDraft draft, String bind, int port) {
        Cluster.Builder cluster = draft.cluster();
        if (!bind.isEmpty()) {
            cluster.setType(DiscoveryType.STATIC);
            cluster.getLoadAssignmentBuilder()
                    .setClusterName(cluster.getName())
                    .addEndpointsBuilder()
                    .addLbEndpointsBuilder()
                    .getEndpointBuilder()
                    .setAddress(Envoy.socketAddress(bind, port));
            return;
        }
        cluster.setType(DiscoveryType.ORIGINAL_DST).setLbPolicy(LbPolicy.CLUSTER_PROVIDED);
        switch (scope.choice(ClusterChoices.InboundCleanup.class)) {
            case ENVOYS_DEFAULT -> {}
            case NEVER -> cluster.getCleanupIntervalBuilder().setSeconds(NEVER_SECONDS);
        }
        cluster.setUpstreamBindConfig(SourceAddresses.bind(
                scope.env().dualStack()
                        ? SourceAddresses.of(scope.ipMode())
                        : SourceAddresses.of(scope.ipMode()).primaryOnly()));
    }

    /** The services that have the same port, each once. */
    private static List<Service> services(ServicePort port, List<ServiceTarget> targets) {
        Map<String, Service> services = new LinkedHashMap<>();
        for (ServiceTarget target : targets) {
            if (target.port().number() == port.number()) {
                services.putIfAbsent(target.service().hostname(), target.service());
            }
        }
        return List.copyOf(services.values());
    }

    /** The address to which inbound traffic goes, empty for its original destination. */
    private String loopback() {
        boolean original = switch (scope.choice(ClusterChoices.InboundTarget.class)) {
            case ORIGINAL_UNLESS_REFUSED -> scope.env().flag("PILOT_ENABLE_INBOUND_PASSTHROUGH", true);
            case ORIGINAL -> true;
            case AS_CONFIGURED -> !scope.mesh().inboundToLoopback();
        };
        if (original) {
            return "";
        }
        return scope.ipMode() == IpMode.IPV6 ? "::1" : "127.0.0.1";
    }
}
