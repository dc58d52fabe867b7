package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.profile.EndpointChoices;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.traffic.LocalityLoadBalancing;
import dev.dsctl.model.traffic.LocalityLoadBalancing.Distribute;
import dev.dsctl.model.traffic.LocalityLoadBalancing.Failover;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives localities weights or priorities by how near they are to the proxy. Source: {@code ApplyLocalityLoadBalancer},
 * pilot/pkg/networking/core/loadbalancer/loadbalancer.go.
 */
final class LocalityPreference {

    private final Place proxy;
    private final Map<String, String> labels;
    private final IstioProfile profile;

    /**
     * Seen from a proxy.
     *
     * @param labels the proxy's labels, those of its place included
     */
    LocalityPreference(Place proxy, Map<String, String> labels, IstioProfile profile) {
        this.proxy = proxy;
        this.labels = labels;
        this.profile = profile;
    }

    /** The groups as the settings want them; may split groups. */
    List<LocalityGroup> apply(List<LocalityGroup> groups, LocalitySettings settings) {
        if (settings.setting().isEmpty()) {
            return groups;
        }
        LocalityLoadBalancing setting = settings.setting().get();
        if (!setting.distribute().isEmpty()) {
            distribute(groups, setting.distribute());
            return groups;
        }
        if (!settings.failsOver()) {
            return groups;
        }
        if (setting.failoverPriority().isEmpty()) {
            byDistance(groups, setting.failover());
            return groups;
        }
        List<LocalityGroup> split = byLabels(groups, setting.failoverPriority());
        if (!setting.failover().isEmpty() && profile.has(EndpointChoices.FailoverRegions.ORDER_WITHIN)) {
            byDistance(split, setting.failover());
        }
        return split;
    }

    private void distribute(List<LocalityGroup> groups, List<Distribute> shares) {
        for (Distribute share : shares) {
            if (proxy.matches(share.from())) {
                distribute(groups, share);
                return;
            }
        }
    }

    /** Splits each share among the localities it names by their weights; other localities get nothing. */
    private static void distribute(List<LocalityGroup> groups, Distribute share) {
        List<LocalityGroup> rest = new ArrayList<>(groups);
        share.to().forEach((to, percent) -> {
            List<LocalityGroup> named =
                    rest.stream().filter(g -> g.place().matches(to)).toList();
            rest.removeAll(named);
            long total = named.stream().mapToLong(LocalityGroup::weight).sum();
            for (LocalityGroup group : named) {
                double weight = (double) (group.weight() * percent) / total;
                if (weight > 0) {
                    group.setWeight((long) Math.ceil(weight));
                }
            }
        });
        rest.forEach(LocalityGroup::clear);
    }

    /** Same zone before same region before the region to fail over to before all others, within the priorities there are. */
    private void byDistance(List<LocalityGroup> groups, List<Failover> failover) {
        for (LocalityGroup group : groups) {
            int distance = proxy.distance(group.place());
            if (distance == 3) {
                for (Failover rule : failover) {
                    if (rule.from().equals(proxy.region())) {
                        distance = group.place().region().equals(rule.to()) ? 3 : 4;
                        break;
                    }
                }
            }
            group.setPriority(group.priority() * 5 + distance);
        }
        closeGaps(groups);
    }

    private List<LocalityGroup> byLabels(List<LocalityGroup> groups, List<String> wanted) {
        if (labels.isEmpty()) {
            return groups;
        }
        List<LocalityGroup> split = new ArrayList<>();
        for (LocalityGroup group : groups) {
            Map<Integer, LocalityGroup> byPriority = new TreeMap<>();
            for (int i = 0; i < group.endpoints().size(); i++) {
                Endpoint endpoint = group.endpoints().get(i);
                byPriority
                        .computeIfAbsent(priority(endpoint, wanted), p -> prioritized(group.place(), p))
                        .add(endpoint, group.message(i));
            }
            split.addAll(byPriority.values());
        }
        closeGaps(split);
        return split;
    }

    private static LocalityGroup prioritized(Place place, int priority) {
        LocalityGroup group = new LocalityGroup(place);
        group.setPriority(priority);
        return group;
    }

    /** 0 when all labels match, else the higher the earlier one doesn't. */
    private int priority(Endpoint endpoint, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            String value = null;
            switch (profile.choice(EndpointChoices.FailoverLabels.class)) {
                case THE_PROXYS -> {}
                case GIVEN_OR_THE_PROXYS -> {
                    String[] parts = name.split("=", -1);
                    name = parts[0];
                    value = parts.length == 2 ? parts[1] : null;
                }
            }
            String proxys = value == null ? labels.getOrDefault(name, "") : value;
            if (!proxys.equals(endpoint.labels().getOrDefault(name, ""))) {
                return wanted.size() - i;
            }
        }
        return 0;
    }

    /** Envoy wants priorities from 0 without gaps. */
    private static void closeGaps(List<LocalityGroup> groups) {
        TreeSet<Integer> used = new TreeSet<>();
        groups.forEach(g -> used.add(g.priority()));
        List<Integer> order = List.copyOf(used);
        groups.forEach(g -> g.setPriority(order.indexOf(g.priority())));
    }
}
