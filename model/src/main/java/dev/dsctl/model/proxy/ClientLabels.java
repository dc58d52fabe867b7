package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Policies;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.Service.TrafficDistribution;
import dev.dsctl.model.mesh.TopologyLabels;
import dev.dsctl.model.traffic.ConnectionRoute;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.LoadBalancer;
import dev.dsctl.model.traffic.LocalityLoadBalancing;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.model.traffic.VirtualService;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The labels by which a mesh tells the clients of its services apart. */
final class ClientLabels {

    private final Set<String> selecting = new HashSet<>();
    private final Set<String> preferring = new HashSet<>();

    private ClientLabels() {
        // The one label that every proxy has: one without labels isn't the same as one whose labels fit nothing.
        selecting.add(TopologyLabels.CLUSTER);
    }

    static ClientLabels of(Mesh mesh) {
        ClientLabels labels = new ClientLabels();
        Policies policies = mesh.policies();
        policies.envoyFilters()
                .all()
                .forEach(filter ->
                        labels.selecting.addAll(filter.selector().matchLabels().keySet()));
        policies.telemetries()
                .all()
                .forEach(telemetry -> labels.selecting.addAll(
                        telemetry.selector().matchLabels().keySet()));
        policies.destinationRules().all().forEach(labels::add);
        policies.virtualServices().all().forEach(labels::add);
        mesh.config().traffic().locality().ifPresent(labels::prefer);
        mesh.services().forEach(labels::prefer);
        labels.preferring.addAll(labels.selecting);
        return labels;
    }

    /** Those of the labels by which policies select clients. */
    Map<String, String> selecting(Map<String, String> labels) {
        return only(selecting, labels);
    }

    /** These, and those by which endpoints near a client are preferred. */
    Map<String, String> preferring(Map<String, String> labels) {
        return only(preferring, labels);
    }

    private static Map<String, String> only(Set<String> wanted, Map<String, String> labels) {
        Map<String, String> kept = new TreeMap<>();
        labels.forEach((name, value) -> {
            if (wanted.contains(name)) {
                kept.put(name, value);
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    private void add(DestinationRule rule) {
        rule.selector().ifPresent(labels -> selecting.addAll(labels.keySet()));
        rule.policy().ifPresent(this::add);
        rule.subsets().forEach(subset -> subset.policy().ifPresent(this::add));
    }

    private void add(TrafficPolicy policy) {
        policy.loadBalancer().flatMap(LoadBalancer::locality).ifPresent(this::prefer);
        policy.ports().forEach(port -> add(port.policy()));
    }

    private void add(VirtualService service) {
        service.http()
                .forEach(route -> route.matches()
                        .forEach(match ->
                                selecting.addAll(match.source().labels().keySet())));
        addSources(service.tls());
        addSources(service.tcp());
    }

    private void addSources(List<ConnectionRoute> routes) {
        routes.forEach(route -> route.matches()
                .forEach(match -> selecting.addAll(match.sourceLabels().keySet())));
    }

    private void prefer(LocalityLoadBalancing setting) {
        for (String label : setting.failoverPriority()) {
            preferring.add(label);
            preferring.add(label.split("=", -1)[0]);
        }
    }

    private void prefer(Service service) {
        TrafficDistribution distribution = service.kubernetes().trafficDistribution();
        if (distribution != TrafficDistribution.ANY) {
            preferring.addAll(List.of(
                    TopologyLabels.NETWORK, TopologyLabels.REGION, TopologyLabels.ZONE, TopologyLabels.SUBZONE));
        }
        if (distribution == TrafficDistribution.SAME_NODE) {
            preferring.add(TopologyLabels.NODE);
        }
    }
}
