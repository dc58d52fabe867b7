package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Hostnames;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.traffic.VirtualService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that an egress listener names. Source: {@code hostClassification} and {@code selectServices},
 * pilot/pkg/model/sidecar.go, and {@code SelectVirtualServices}, pilot/pkg/model/virtualservice.go.
 */
final class ImportedHosts {

    private static final String ANY_NAMESPACE = "*";
    private static final String OWN_NAMESPACE = ".";
    private static final Names NOTHING = new Names();

    private final Map<String, Names> byNamespace = new HashMap<>();

    /** The hosts, written as {@code namespace/host}, for proxies of a namespace. */
    ImportedHosts(List<String> hosts, String ownNamespace) {
        for (String host : hosts) {
            int slash = host.indexOf('/');
            if (slash >= 0) {
                String namespace = host.substring(0, slash);
                byNamespace
                        .computeIfAbsent(namespace.equals(OWN_NAMESPACE) ? ownNamespace : namespace, n -> new Names())
                        .add(host.substring(slash + 1));
            }
        }
    }

    /** The service as far as it is imported: with those of its aliases that are imported too. */
    Optional<Service> of(Service service) {
        for (String namespace : List.of(service.namespace(), ANY_NAMESPACE)) {
            Names names = byNamespace.getOrDefault(namespace, NOTHING);
            if (names.cover(service.hostname())) {
                return Optional.of(withAliases(service, names));
            }
        }
        return Optional.empty();
    }

    /** Whether the VirtualService has a host that is imported, or one that covers it. */
    boolean overlap(VirtualService virtualService) {
        Names own = byNamespace.getOrDefault(virtualService.meta().namespace(), NOTHING);
        Names any = byNamespace.getOrDefault(ANY_NAMESPACE, NOTHING);
        return virtualService.hosts().stream().anyMatch(host -> own.overlap(host) || any.overlap(host));
    }

    private static Service withAliases(Service service, Names names) {
        if (service.aliases().isEmpty()) {
            return service;
        }
        List<String> imported = service.aliases().stream()
                .filter(alias -> names.cover(alias.substring(alias.indexOf('/') + 1)))
                .toList();
        return imported.size() == service.aliases().size() ? service : service.withAliases(imported);
    }

    /** The hosts of one namespace. */
    private static final class Names {

        private final Set<String> exact = new HashSet<>();
        private final List<String> wildcards = new ArrayList<>();

        void add(String host) {
            if (Hostnames.isWildcard(host)) {
                wildcards.add(host);
            } else {
                exact.add(host);
            }
        }

        boolean cover(String host) {
            return exact.contains(host) || wildcards.stream().anyMatch(w -> Hostnames.covers(w, host));
        }

        boolean overlap(String host) {
            return cover(host)
                    || (Hostnames.isWildcard(host)
                            && (wildcards.stream().anyMatch(w -> Hostnames.overlap(w, host))
                                    || exact.stream().anyMatch(e -> Hostnames.covers(host, e))));
        }
    }
}
