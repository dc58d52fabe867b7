package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Hostnames;
import dev.dsctl.model.traffic.VirtualService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The VirtualServices that say something about connections, by host. Source: {@code getConfigsForHost}, pilot/pkg/networking/core/tls.go. */
final class ConnectionRoutes {

    private final List<VirtualService> all;
    private final Map<String, List<Integer>> byHost = new HashMap<>();
    private final Map<String, List<Integer>> byWildcard = new HashMap<>();

    /** Of these, in the order in which they count. */
    ConnectionRoutes(List<VirtualService> virtualServices) {
        this.all = virtualServices.stream()
                .filter(service -> !service.tcp().isEmpty() || !service.tls().isEmpty())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (String host : all.get(i).hosts()) {
                (Hostnames.isWildcard(host) ? byWildcard : byHost)
                        .computeIfAbsent(host, h -> new ArrayList<>(1))
                        .add(i);
            }
        }
    }

    /** Those for a service's host, in order. */
    List<VirtualService> of(String hostname) {
        if (all.isEmpty()) {
            return List.of();
        }
        TreeSet<Integer> found = new TreeSet<>(byHost.getOrDefault(hostname, List.of()));
        byWildcard.forEach((wildcard, services) -> {
            if (Hostnames.overlap(wildcard, hostname)) {
                found.addAll(services);
            }
        });
        if (Hostnames.isWildcard(hostname)) {
            byHost.forEach((host, services) -> {
                if (Hostnames.covers(hostname, host)) {
                    found.addAll(services);
                }
            });
        }
        return found.stream().map(all::get).toList();
    }
}
