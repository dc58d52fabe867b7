package dev.dsctl.lint.scene;

import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.proxy.ProxyView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts sidecars together that listen at the same places. What a namespace decides is which services are seen: namespaces that see the same
 * are alike, and a mesh without exportTo has one group for each shape of pod, however many namespaces there are.
 */
final class ClientGroups {

    private final Mesh mesh;
    private final Map<Set<String>, Integer> sights = new HashMap<>();
    private final Map<Wishes, Integer> sightOf = new HashMap<>();

    private ClientGroups(Mesh mesh) {
        this.mesh = mesh;
    }

    /**
     * The resources that are for a sidecar.
     *
     * @param namespace where it is
     * @param sidecar its Sidecar
     * @param filters its EnvoyFilters
     */
    private record Wishes(String namespace, Optional<String> sidecar, List<String> filters) {}

    /** Everything outside its own pod that decides where a sidecar listens; a sight stands for the services it sees. */
    private record Likeness(
            int sight,
            Optional<String> sidecar,
            List<String> filters,
            List<IpFamily> families,
            InterceptionMode interception,
            boolean capturesDns,
            boolean allocates) {}

    /** Each group's sidecars. */
    static List<List<Proxy>> of(Mesh mesh) {
        ClientGroups groups = new ClientGroups(mesh);
        Map<Likeness, List<Proxy>> members = new LinkedHashMap<>();
        for (Proxy proxy : mesh.proxies()) {
            members.computeIfAbsent(groups.likeness(proxy), alike -> new ArrayList<>())
                    .add(proxy);
        }
        return List.copyOf(members.values());
    }

    private Likeness likeness(Proxy proxy) {
        Wishes wishes = new Wishes(
                proxy.namespace(),
                mesh.policies()
                        .sidecars()
                        .forWorkload(proxy.namespace(), proxy.workloadLabels())
                        .map(sidecar -> sidecar.meta().key()),
                mesh.policies().envoyFilters().forWorkload(proxy.namespace(), proxy.labels(), mesh.profile()).stream()
                        .map(filter -> filter.meta().key())
                        .toList());
        Integer sight = sightOf.get(wishes);
        if (sight == null) {
            sight = sight(proxy);
            sightOf.put(wishes, sight);
        }
        return new Likeness(
                sight,
                wishes.sidecar(),
                wishes.filters(),
                proxy.addresses().all().stream().map(IpFamily::of).distinct().toList(),
                proxy.interception(),
                proxy.isSet("DNS_CAPTURE"),
                proxy.isSet("DNS_AUTO_ALLOCATE"));
    }

    private int sight(Proxy proxy) {
        Set<String> seen = new HashSet<>();
        ProxyView.of(mesh, proxy).services().forEach(service -> seen.add(Mesh.key(service)));
        return sights.computeIfAbsent(seen, services -> sights.size());
    }
}
