package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.sidecar.Sidecar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which client each proxy of a mesh is. */
public final class Clients {

    private final Mesh mesh;
    private final ClientLabels labels;
    private final boolean nodesMatter;

    /** Of a mesh. */
    public Clients(Mesh mesh) {
        this.mesh = mesh;
        this.labels = ClientLabels.of(mesh);
        this.nodesMatter = mesh.services().stream().map(Service::kubernetes).anyMatch(Service.Kubernetes::nodeLocal);
    }

    /** What decides which clusters and endpoints a proxy has for what it calls. */
    public Client somewhere(Proxy proxy) {
        return new Client(
                stripped(
                        proxy,
                        labels.preferring(proxy.workloadLabels()),
                        nodesMatter ? proxy.nodeName() : "",
                        proxy.locality()),
                sidecar(proxy));
    }

    /** What decides where a proxy listens for what it calls and how it routes that: the same wherever its pod runs. */
    public Client anywhere(Proxy proxy) {
        return new Client(stripped(proxy, labels.selecting(proxy.workloadLabels()), "", ""), sidecar(proxy));
    }

    private Optional<Sidecar> sidecar(Proxy proxy) {
        return mesh.policies().sidecars().forWorkload(proxy.namespace(), proxy.workloadLabels());
    }

    private Proxy stripped(Proxy proxy, Map<String, String> workloadLabels, String nodeName, String locality) {
        return new Proxy(
                "",
                proxy.namespace(),
                "",
                families(proxy),
                labels.selecting(proxy.labels()),
                workloadLabels,
                Map.of(),
                "",
                nodeName,
                locality,
                proxy.interception(),
                List.of(),
                proxy.config());
    }

    private static Addresses families(Proxy proxy) {
        if (proxy.addresses().isEmpty()) {
            return Addresses.NONE;
        }
        return switch (proxy.ipMode()) {
            case IPV4 -> Addresses.of(ListenAddresses.ANY_IPV4);
            case IPV6 -> Addresses.of(ListenAddresses.ANY_IPV6);
            case DUAL -> Addresses.of(ListenAddresses.ANY_IPV4, ListenAddresses.ANY_IPV6);
        };
    }
}
