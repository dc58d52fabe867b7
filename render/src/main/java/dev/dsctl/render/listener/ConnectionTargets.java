package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.traffic.ConnectionMatch;
import dev.dsctl.model.traffic.ConnectionRoute;
import dev.dsctl.model.traffic.Destination;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.RouteDestination;
import dev.dsctl.model.traffic.VirtualService;
import dev.dsctl.render.FamilyMarks;
import dev.dsctl.render.StatPattern;
import dev.dsctl.render.route.Destinations;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where outbound connections go. Source: {@code buildOutboundNetworkFilters}, pilot/pkg/networking/core/networkfilter.go. */
final class ConnectionTargets {

    private final ListenerScope scope;
    private final TcpProxies proxies;
    private final StatPattern pattern;
    private Map<String, Service> byHostname;

    ConnectionTargets(ListenerScope scope) {
        this.scope = scope;
        this.proxies = new TcpProxies(scope);
        String text = scope.view().mesh().config().listeners().statNames().outbound();
        this.pattern = StatPattern.of(text, scope.profile()).withTargetPort(0);
    }

    /** The matches of a route that can apply to the proxy on a port. Source: {@code matchTCP} and {@code matchTLS}, tls.go. */
    List<ConnectionMatch> applicable(ConnectionRoute route, OutboundPort port) {
        Proxy proxy = scope.view().proxy();
        return route.matches().stream()
                .filter(match -> match.gateways().isEmpty() || match.gateways().contains(VirtualService.MESH_GATEWAY))
                .filter(match ->
                        match.port() == 0 || match.port() == port.port().number())
                .filter(match -> proxy.labels()
                        .entrySet()
                        .containsAll(match.sourceLabels().entrySet()))
                .filter(match -> match.sourceNamespace().isEmpty()
                        || match.sourceNamespace().equals(proxy.namespace()))
                .toList();
    }

    /** To the service itself. */
    ChainSpec.Tcp toService(OutboundPort port) {
        Service service = port.service();
        int number = clusterPort(port);
        String cluster = FamilyMarks.ofConnections(scope.view(), service).outbound(number, "", service.hostname());
        String statPrefix = pattern.isEmpty()
                ? cluster
                : pattern.withSubset("").filled(StatPattern.Subject.of(service), unnamed(number, port));
        TcpProxy proxy = proxies.of(statPrefix, scope.view().outboundRule(service), "")
                .setCluster(cluster)
                .build();
        return new ChainSpec.Tcp(scope.filters().outbound(port.port().protocol(), proxy));
    }

    /** To where a route leads. */
    ChainSpec.Tcp of(ConnectionRoute route, VirtualService virtualService, OutboundPort port) {
        List<RouteDestination> destinations = route.destinations();
        Optional<Service> first = service(destinations.get(0).destination());
        Optional<DestinationRule> rule = first.flatMap(scope.view()::outboundRule);
        TcpProxy proxy = destinations.size() == 1
                ? single(destinations.get(0).destination(), first, rule, port)
                : weighted(destinations, virtualService, rule, port);
        return new ChainSpec.Tcp(scope.filters().outbound(port.port().protocol(), proxy));
    }

    private TcpProxy single(
            Destination destination, Optional<Service> service, Optional<DestinationRule> rule, OutboundPort port) {
        String cluster = cluster(destination, service, port);
        String statPrefix = pattern.isEmpty() || service.isEmpty()
                ? cluster
                : pattern.withSubset(destination.subset()).filled(subject(destination, service.get()), port.port());
        return proxies.of(statPrefix, rule, destination.subset())
                .setCluster(cluster)
                .build();
    }

    private TcpProxy weighted(
            List<RouteDestination> destinations,
            VirtualService virtualService,
            Optional<DestinationRule> rule,
            OutboundPort port) {
        WeightedCluster.Builder clusters = WeightedCluster.newBuilder();
        for (RouteDestination destination : destinations) {
            if (destination.weight() > 0) {
                clusters.addClusters(WeightedCluster.ClusterWeight.newBuilder()
                        .setName(cluster(destination.destination(), service(destination.destination()), port))
                        .setWeight(destination.weight()));
            }
        }
        String statPrefix =
                virtualService.meta().name() + "." + virtualService.meta().namespace();
        return proxies.of(statPrefix, rule, "").setWeightedClusters(clusters).build();
    }

    private String cluster(Destination destination, Optional<Service> service, OutboundPort port) {
        List<ServicePort> ports = service.map(Service::ports).orElse(List.of());
        return Destinations.cluster(
                destination, service, Destinations.port(ports, port.port().number()), scope.view());
    }

    private static StatPattern.Subject subject(Destination destination, Service service) {
        StatPattern.Subject subject = StatPattern.Subject.of(service);
        return service.registry() == Service.Registry.KUBERNETES
                ? new StatPattern.Subject(destination.host(), subject.shortName(), subject.name())
                : StatPattern.Subject.of(destination.host());
    }

    private Optional<Service> service(Destination destination) {
        if (byHostname == null) {
            byHostname = new HashMap<>();
            scope.view().services().forEach(service -> byHostname.putIfAbsent(service.hostname(), service));
        }
        return Optional.ofNullable(byHostname.get(destination.host()));
    }

    /** A Sidecar's port may be another than the service's; with several of those there is no telling which is meant. */
    private static int clusterPort(OutboundPort port) {
        return Destinations.port(port.service().ports(), port.port().number());
    }

    private static ServicePort unnamed(int number, OutboundPort port) {
        return ServicePort.of("", number, port.port().protocol());
    }
}
