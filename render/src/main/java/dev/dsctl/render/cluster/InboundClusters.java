package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.sidecar.Sidecar;
import dev.dsctl.model.traffic.ConnectionPool;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.render.StatPattern;
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
import java.util.Set;

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
        Optional<Sidecar> sidecar =
                scope.view().scope().sidecar().filter(s -> !s.ingress().isEmpty());
        if (sidecar.isPresent()) {
            return new IngressClusters(scope, this, sidecar.get()).all();
        }
        return ofServices(Set.of());
    }

    /** Those of ports that services have. */
    List<Inbound> ofServices(Set<Integer> except) {
        if (except.isEmpty() && scope.proxy().interception() == InterceptionMode.NONE) {
            // The application itself listens on these ports.
            return List.of();
        }
        Map<Integer, List<ServiceTarget>> byPort = new LinkedHashMap<>();
        for (ServiceTarget target : scope.view().targets()) {
            byPort.computeIfAbsent(target.targetPort(), p -> new ArrayList<>()).add(target);
        }
        List<Inbound> clusters = new ArrayList<>();
        if (scope.addresses().wildcards().isEmpty()) {
            return clusters;
        }
        String loopback = loopback();
        byPort.keySet().removeAll(except);
        byPort.forEach((port, targets) -> clusters.add(new Inbound(
                cluster(port, loopback, targets),
                targets.stream().map(t -> t.service().hostname()).toList())));
        return clusters;
    }

    /** The first service on a port decides; the others are only told of. */
    private Cluster cluster(int targetPort, String bind, List<ServiceTarget> targets) {
        ServiceTarget first = targets.get(0);
        String name = scope.marks().inbound(targetPort);
        ClusterDraft draft = new ClusterDraft(
                Cluster.newBuilder().setName(name).setCommonLbConfig(CommonLbConfig.getDefaultInstance()));
        StatNames.apply(draft, name, scope);
        target(draft, bind, targetPort);
        HttpProtocols.ofPort(draft, first.port().protocol(), scope);
        ServiceMarks.inbound(draft, services(first.port(), targets), scope);
        StatNames.inbound(draft, StatPattern.Subject.of(first.service()), first.port(), targetPort, scope);
        limit(draft, Optional.of(first.service()), first.port(), targetPort);
        return draft.build(scope);
    }

    /** Limits connections as the rule for the service says, or the Sidecar. */
    void limit(ClusterDraft draft, Optional<Service> service, ServicePort port, int targetPort) {
        Optional<DestinationRule> rule = service.flatMap(scope.view()::inboundRule);
        Optional<TrafficPolicy> policy = rule.flatMap(DestinationRule::policy).map(p -> p.of(port.number()));
        if (policy.isPresent() && draft.tells()) {
            ServiceMarks.rule(draft, rule.get(), scope);
        }
        Optional<ConnectionPool> ofRule = policy.flatMap(TrafficPolicy::connectionPool);
        Optional<ConnectionPool> pool = switch (scope.choice(ClusterChoices.InboundPool.class)) {
            case DESTINATION_RULE -> ofRule;
            case SIDECAR_FIRST ->
                scope.view()
                        .scope()
                        .sidecar()
                        .flatMap(sidecar -> sidecar.inboundConnectionPool(targetPort))
                        .or(() -> ofRule);
        };
        ConnectionPools.apply(draft, pool.orElse(ConnectionPool.NONE), policy.orElse(TrafficPolicy.NONE), scope);
    }

    /** Sends to an address; to where connections went anyway if it is empty. */
    void target(ClusterDraft draft, String bind, int port) {
        Cluster.Builder cluster = draft.cluster();
        if (!bind.isEmpty()) {
            cluster.setType(DiscoveryType.STATIC);
            cluster.getLoadAssignmentBuilder()
                    .setClusterName(cluster.getName())
                    .addEndpointsBuilder()
                    .addLbEndpointsBuilder()
                    .getEndpointBuilder()
                    .setAddress(Envoy.socketAddress(bind, port));
        } else {
            cluster.setType(DiscoveryType.ORIGINAL_DST).setLbPolicy(LbPolicy.CLUSTER_PROVIDED);
            switch (scope.choice(ClusterChoices.InboundCleanup.class)) {
                case ENVOYS_DEFAULT -> {}
                case NEVER -> cluster.getCleanupIntervalBuilder().setSeconds(NEVER_SECONDS);
            }
        }
        if (bind.equals("127.0.0.1") || bind.equals("::1")) {
            return;
        }
        cluster.setUpstreamBindConfig(SourceAddresses.bind(
                scope.env().dualStack()
                        ? SourceAddresses.of(scope.ipMode())
                        : SourceAddresses.of(scope.ipMode()).primaryOnly()));
    }

    /** The services that have the same port, each once. */
    static List<Service> services(ServicePort port, List<ServiceTarget> targets) {
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
            case LOOPBACK_IF_DUAL_STACK ->
                !scope.env().dualStack() && scope.env().flag("PILOT_ENABLE_INBOUND_PASSTHROUGH", true);
        };
        return original ? "" : scope.addresses().loopback().primary();
    }
}
