package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.profile.TrafficChoices.SubsetRetryBudget;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.DestinationRule.Subset;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.render.endpoint.DnsLocalities;
import dev.dsctl.render.endpoint.LocalitySettings;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DnsLookupFamily;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.core.v3.HealthStatusSet;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cluster for each port of each service, and one for each of its subsets. Source: {@code buildOutboundClusters},
 * pilot/pkg/networking/core/cluster.go, and {@code applyDestinationRule}, pilot/pkg/networking/core/cluster_builder.go.
 */
final class OutboundClusters {

    private static final ConfigSource ADS = ConfigSource.newBuilder()
            .setAds(AggregatedConfigSource.getDefaultInstance())
            .setInitialFetchTimeout(com.google.protobuf.Duration.getDefaultInstance())
            .setResourceApiVersion(ApiVersion.V3)
            .build();

    private static final HealthStatusSet DRAINING_TOO = HealthStatusSet.newBuilder()
            .addStatuses(HealthStatus.HEALTHY)
            .addStatuses(HealthStatus.DRAINING)
            .addStatuses(HealthStatus.UNKNOWN)
            .addStatuses(HealthStatus.DEGRADED)
            .build();

    private final ClusterScope scope;
    private final DnsLocalities localities;
    private final TransportSockets sockets;

    OutboundClusters(ClusterScope scope) {
        this.scope = scope;
        this.localities = new DnsLocalities(scope.view());
        this.sockets = new TransportSockets(scope);
    }

    List<Cluster> all() {
        List<Cluster> clusters = new ArrayList<>();
        for (Service service : scope.view().services()) {
            if (service.resolution() == Resolution.ALIAS
                    || service.resolution() == Resolution.DYNAMIC_DNS
                    || !scope.view().hasClustersOf(service)) {
                continue;
            }
            Optional<DestinationRule> rule = scope.view().outboundRule(service);
            ServiceAccounts accounts = new ServiceAccounts(service, scope);
            for (ServicePort port : service.ports()) {
                if (port.protocol() != Protocol.UDP) {
                    add(clusters, new OutboundPort(service, port, rule, accounts.of(port), scope));
                }
            }
        }
        return clusters;
    }

    private void add(List<Cluster> clusters, OutboundPort port) {
        TrafficPolicy whole = port.rule().map(DestinationRule::policyOrNone).orElse(TrafficPolicy.NONE);
        ClusterDraft draft = draft(port, "", type(port.service()));
        if (draft == null) {
            return;
        }
        keepDraining(draft, port.service());
        if (scope.marks().separatesClusters()) {
            draft.cluster().setDnsLookupFamily(DnsLookupFamily.V6_ONLY);
        }
        TrafficPolicy policy = whole.of(port.port().number());
        finish(draft, port, "", new ClusterPolicy(policy, MutualTls.of(port, whole, scope)));
        ServiceMarks.exchange(draft, port.service(), scope);
        port.rule().ifPresent(rule -> {
            ServiceMarks.rule(draft, rule, scope);
            ServiceMarks.alpn(draft, policy, scope);
        });
        clusters.add(draft.build(scope));
        port.rule().ifPresent(rule -> rule.subsets().forEach(s -> addSubset(clusters, port, rule, s)));
    }

    private void addSubset(List<Cluster> clusters, OutboundPort port, DestinationRule rule, Subset subset) {
        TrafficPolicy own = subset.policy().orElse(TrafficPolicy.NONE);
        // As the whole service's cluster may have become one.
        boolean passes = own.passesThrough()
                || rule.policyOrNone().of(port.port().number()).passesThrough();
        ClusterDraft draft = draft(port, subset.name(), passes ? DiscoveryType.ORIGINAL_DST : type(port.service()));
        if (draft == null) {
            return;
        }
        TrafficPolicy policy = policy(port, rule, subset);
        finish(draft, port, subset.name(), new ClusterPolicy(policy, MutualTls.of(port, own, scope)));
        ServiceMarks.rule(draft, rule, scope);
        ServiceMarks.subset(draft, subset);
        ServiceMarks.alpn(draft, policy, scope);
        clusters.add(draft.build(scope));
    }

    private TrafficPolicy policy(OutboundPort port, DestinationRule rule, Subset subset) {
        TrafficPolicy whole = rule.policyOrNone();
        return subset.policy()
                .map(own -> whole.of(port.port().number(), own, scope.choice(SubsetRetryBudget.class)))
                .orElseGet(() -> whole.of(port.port().number()));
    }

    /** A cluster before policies; null when it would have to carry endpoints and there are none. */
    private ClusterDraft draft(OutboundPort port, String subset, DiscoveryType type) {
        Service service = port.service();
        String name = scope.marks().outbound(port.port().number(), subset, service.hostname());
        ClusterDraft draft = new ClusterDraft(Cluster.newBuilder()
                .setName(name)
                .setType(type)
                .setCommonLbConfig(CommonLbConfig.getDefaultInstance()));
        StatNames.apply(draft, name, scope);
        OriginalDestinations.apply(draft, service, port.port(), scope);
        if (type == DiscoveryType.STRICT_DNS || type == DiscoveryType.LOGICAL_DNS) {
            DnsResolution.apply(draft, service, scope);
            if (!localities.any(port.endpoints(subset))) {
                return null;
            }
        }
        HttpProtocols.ofPort(draft, port.port().protocol(), scope);
        ServiceMarks.services(draft, List.of(service), scope);
        ServiceMarks.originalPort(draft, port.port(), scope);
        StatNames.outbound(draft, service, port.port(), subset, scope);
        return draft;
    }

    private void finish(ClusterDraft draft, OutboundPort port, String subset, ClusterPolicy policy) {
        LocalitySettings settings = LocalitySettings.of(port.service(), policy.policy(), scope.mesh(), scope.profile());
        if (draft.type() == DiscoveryType.STRICT_DNS || draft.type() == DiscoveryType.LOGICAL_DNS) {
            List<LocalityLbEndpoints> endpoints = localities.of(port.endpoints(subset), settings);
            draft.cluster()
                    .getLoadAssignmentBuilder()
                    .setClusterName(draft.cluster().getName())
                    .addAllEndpoints(endpoints);
        }
        TrafficPolicies.apply(draft, port, policy.policy(), settings);
        sockets.apply(draft, port, subset, policy);
        if (draft.type() == DiscoveryType.EDS) {
            draft.cluster()
                    .getEdsClusterConfigBuilder()
                    .setServiceName(draft.cluster().getName())
                    .setEdsConfig(ADS);
        }
        if (subset.isEmpty() || !scope.marks().separatesClusters()) {
            draft.cluster().addAllFilters(MetadataExchange.filters(scope));
        }
    }

    private void keepDraining(ClusterDraft draft, Service service) {
        boolean keeps = switch (scope.choice(ClusterChoices.DrainingHosts.class)) {
            case NONE -> false;
            case COOKIE_SESSIONS -> hasLabel(service, "PILOT_PERSISTENT_SESSION_LABEL", "istio.io/persistent-session");
            case ALL_SESSIONS ->
                hasLabel(service, "PILOT_PERSISTENT_SESSION_LABEL", "istio.io/persistent-session")
                        || hasLabel(
                                service, "PILOT_PERSISTENT_SESSION_HEADER_LABEL", "istio.io/persistent-session-header");
        };
        if (keeps) {
            draft.cluster().getCommonLbConfigBuilder().setOverrideHostStatus(DRAINING_TOO);
        }
    }

    private boolean hasLabel(Service service, String variable, String byDefault) {
        String label = scope.env().text(variable, byDefault);
        return !label.isEmpty() && !service.labels().getOrDefault(label, "").isEmpty();
    }

    private DiscoveryType type(Service service) {
        return switch (service.resolution()) {
            case CLIENT_SIDE_LB, ALIAS, DYNAMIC_DNS -> DiscoveryType.EDS;
            case DNS -> DnsResolution.races(service, scope) ? DiscoveryType.LOGICAL_DNS : DiscoveryType.STRICT_DNS;
            case DNS_ROUND_ROBIN -> DiscoveryType.LOGICAL_DNS;
            case PASSTHROUGH ->
                service.registry() == Service.Registry.KUBERNETES
                                && scope.env().flag("PILOT_ENABLE_EDS_FOR_HEADLESS_SERVICES", false)
                        ? DiscoveryType.EDS
                        : DiscoveryType.ORIGINAL_DST;
        };
    }
}
