package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.MeshTraffic;
import dev.dsctl.render.FamilyMarks;
import dev.dsctl.render.Names;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The load assignments of a proxy. Source: {@code BuildClusterLoadAssignment}, pilot/pkg/xds/endpoints/endpoint_builder.go. */
public final class LoadAssignments {

    private final ProxyView view;
    private final FamilyMarks marks;
    private final MeshTraffic mesh;
    private final LocalityGroups groups;
    private final LocalityPreference preference;
    private final Map<String, Service> services = new HashMap<>();

    private LoadAssignments(ProxyView view) {
        this.view = view;
        this.marks = FamilyMarks.of(view);
        this.mesh = view.mesh().config().traffic();
        this.groups = new LocalityGroups(view);
        this.preference = new LocalityPreference(
                Place.of(view.proxy().locality()), view.proxy().workloadLabels(), view.profile());
        view.services().forEach(s -> services.putIfAbsent(s.hostname(), s));
    }

    /** The load assignments of those clusters that get theirs by EDS. */
    public static List<ClusterLoadAssignment> of(ProxyView view, List<Cluster> clusters) {
        if (clusters.stream().noneMatch(cluster -> cluster.getType() == DiscoveryType.EDS)) {
            return List.of();
        }
        List<LoadAssignments> families =
                view.perFamily().stream().map(LoadAssignments::new).toList();
        List<ClusterLoadAssignment> all = new ArrayList<>();
        for (Cluster cluster : clusters) {
            if (cluster.getType() == DiscoveryType.EDS) {
                String name = cluster.getEdsClusterConfig().getServiceName();
                LoadAssignments family = families.stream()
                        .filter(each -> each.marks.isOf(name))
                        .findFirst()
                        .orElse(families.get(0));
                all.add(family.of(name));
            }
        }
        return all;
    }

    private ClusterLoadAssignment of(String name) {
        ClusterLoadAssignment.Builder assignment =
                ClusterLoadAssignment.newBuilder().setClusterName(name);
        query(name).ifPresent(query -> assignment.addAllEndpoints(localities(query)));
        return assignment.build();
    }

    private List<LocalityLbEndpoints> localities(EndpointQuery query) {
        LocalitySettings settings =
                LocalitySettings.of(query.service(), query.policy(view.profile()), mesh, view.profile());
        List<LocalityGroup> all = preference.apply(groups.byEds(query), settings);
        all.forEach(group -> group.keep(endpoint -> view.reaches(query.service(), endpoint)));
        return all.stream().map(LocalityGroup::message).toList();
    }

    /** What a cluster name asks for; empty when there is no such service or port. */
    private Optional<EndpointQuery> query(String name) {
        return Names.parseOutbound(name).flatMap(key -> {
            Service service = services.get(key.hostname());
            if (service == null) {
                return Optional.empty();
            }
            Optional<ServicePort> port = service.ports().stream()
                    .filter(p -> p.number() == key.port() && p.protocol() != Protocol.UDP)
                    .findFirst();
            return port.map(p -> new EndpointQuery(service, p, key.subset(), view.outboundRule(service)));
        });
    }
}
