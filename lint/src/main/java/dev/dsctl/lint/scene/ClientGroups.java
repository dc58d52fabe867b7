package dev.dsctl.lint.scene;

import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts sidecars together for which the same is rendered. */
final class ClientGroups {

    private ClientGroups() {}

    /** Everything outside its own pod that decides what a sidecar listens to and calls. */
    private record Likeness(
            String namespace,
            List<IpFamily> families,
            InterceptionMode interception,
            boolean capturesDns,
            boolean allocates,
            Optional<String> sidecar,
            List<String> filters) {}

    /** Each group's sidecars. */
    static List<List<Proxy>> of(Mesh mesh) {
        Map<Likeness, List<Proxy>> groups = new LinkedHashMap<>();
        mesh.proxies()
                .forEach(proxy -> groups.computeIfAbsent(likeness(mesh, proxy), alike -> new ArrayList<>())
                        .add(proxy));
        return List.copyOf(groups.values());
    }

    private static Likeness likeness(Mesh mesh, Proxy proxy) {
        return new Likeness(
                proxy.namespace(),
                proxy.addresses().all().stream().map(IpFamily::of).distinct().toList(),
                proxy.interception(),
                proxy.isSet("DNS_CAPTURE"),
                proxy.isSet("DNS_AUTO_ALLOCATE"),
                mesh.policies()
                        .sidecars()
                        .forWorkload(proxy.namespace(), proxy.workloadLabels())
                        .map(sidecar -> sidecar.meta().key()),
                mesh.policies().envoyFilters().forWorkload(proxy.namespace(), proxy.labels()).stream()
                        .map(filter -> filter.meta().key())
                        .toList());
    }
}
