package dev.dsctl.model.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which services stand for another one. Source: {@code resolveServiceAliases}, pilot/pkg/model/push_context.go. */
final class Aliases {

    private Aliases() {}

    /** The services in the same order, each with the aliases that lead to it through any number of steps. */
    static List<Service> resolved(List<Service> services) {
        Map<String, String> targets = new HashMap<>();
        for (Service service : services) {
            if (service.resolution() == Resolution.ALIAS) {
                targets.put(service.hostname(), service.kubernetes().externalName());
            }
        }
        if (targets.isEmpty()) {
            return List.copyOf(services);
        }
        Map<String, Set<String>> aliases = new HashMap<>();
        for (Service service : services) {
            String concrete = service.resolution() == Resolution.ALIAS ? concrete(service.hostname(), targets) : null;
            if (concrete != null) {
                aliases.computeIfAbsent(concrete, h -> new TreeSet<>()).add(Mesh.key(service));
            }
        }
        List<Service> result = new ArrayList<>(services.size());
        for (Service service : services) {
            Set<String> own = aliases.get(service.hostname());
            result.add(own == null ? service : service.withAliases(List.copyOf(own)));
        }
        return List.copyOf(result);
    }

    /** Where the alias ends, null when it leads in a circle. */
    private static String concrete(String alias, Map<String, String> targets) {
        Set<String> seen = new HashSet<>();
        String host = alias;
        while (targets.containsKey(host)) {
            if (!seen.add(host)) {
                return null;
            }
            host = targets.get(host);
        }
        return host;
    }
}
