package dev.dsctl.model.mesh;

import dev.dsctl.model.profile.ScopeChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mesh's services by namespace and by host. Source: {@code serviceIndex}, pilot/pkg/model/push_context.go. */
public final class ServiceIndex {

    private final Map<String, List<Service>> byNamespace = new HashMap<>();
    private final Map<String, Map<String, Service>> byHost = new HashMap<>();
    private final Map<String, List<Service>> rivals = new HashMap<>();

    /** Of these services, oldest first. */
    ServiceIndex(List<Service> services, ScopeChoices.NamespacesHost choice) {
        for (Service service : services) {
            byNamespace
                    .computeIfAbsent(service.namespace(), n -> new ArrayList<>())
                    .add(service);
            byHost.computeIfAbsent(service.hostname(), h -> new TreeMap<>())
                    .merge(service.namespace(), service, (known, added) -> {
                        rivals.computeIfAbsent(Mesh.key(added), k -> new ArrayList<>(List.of(known)))
                                .add(added);
                        return chosen(known, added, choice);
                    });
        }
    }

    /** The services of the same host and namespace, this one included, oldest first. */
    public List<Service> rivals(Service service) {
        List<Service> several = rivals.get(Mesh.key(service));
        return several == null ? List.of(service) : several;
    }

    private static Service chosen(Service known, Service added, ScopeChoices.NamespacesHost choice) {
        return switch (choice) {
            case YOUNGEST -> added;
            case OLDEST -> {
                boolean kubernetes = added.registry() == Service.Registry.KUBERNETES
                        && known.registry() != Service.Registry.KUBERNETES;
                yield kubernetes ? added : known;
            }
        };
    }

    /** The services of a namespace, oldest first. */
    public List<Service> in(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    /** The service that each namespace has of a host, by namespace. */
    public Map<String, Service> named(String host) {
        return byHost.getOrDefault(host, Map.of());
    }
}
