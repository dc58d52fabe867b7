package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.profile.MeshChoices;
import dev.dsctl.model.proxy.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pods that have a sidecar. */
final class Sidecars {

    private Sidecars() {}

    /** By namespace and name; pods without an address and those that ended are none. */
    static List<Proxy> of(KubeObjects objects, PodWorkloads workloads, MeshSettings settings) {
        List<Proxy> proxies = new ArrayList<>();
        for (KubePod pod : objects.allPods()) {
            if (pod.hasSidecar()
                    && !pod.status().ips().isEmpty()
                    && !pod.status().isTerminal()) {
                proxies.add(proxy(pod, workloads.of(pod), settings));
            }
        }
        return List.copyOf(proxies);
    }

    private static Proxy proxy(KubePod pod, Workload workload, MeshSettings settings) {
        return new Proxy(
                pod.meta().name(),
                pod.meta().namespace(),
                new Addresses(pod.status().ips()),
                pod.meta().labels(),
                workload.labels(),
                pod.meta().annotations(),
                pod.spec().serviceAccount(),
                pod.spec().nodeName(),
                workload.locality(),
                interception(pod),
                containerPorts(pod, settings),
                Map.of());
    }

    private static Proxy.InterceptionMode interception(KubePod pod) {
        return switch (pod.meta().annotation("sidecar.istio.io/interceptionMode")) {
            case "TPROXY" -> Proxy.InterceptionMode.TPROXY;
            case "NONE" -> Proxy.InterceptionMode.NONE;
            default -> Proxy.InterceptionMode.REDIRECT;
        };
    }

    private static List<Proxy.ContainerPort> containerPorts(KubePod pod, MeshSettings settings) {
        List<Proxy.ContainerPort> ports = new ArrayList<>();
        addPorts(pod, KubePod.Role.MAIN, ports);
        switch (settings.profile().choice(MeshChoices.NamedTargetPorts.class)) {
            case MAIN_CONTAINERS -> {
                // Those are all.
            }
            case NATIVE_SIDECARS_TOO -> addPorts(pod, KubePod.Role.NATIVE_SIDECAR, ports);
        }
        return List.copyOf(ports);
    }

    private static void addPorts(KubePod pod, KubePod.Role role, List<Proxy.ContainerPort> ports) {
        for (KubePod.Container container : pod.spec().containers()) {
            if (container.role() == role) {
                for (KubePod.ContainerPort port : container.ports()) {
                    ports.add(new Proxy.ContainerPort(port.name(), port.number(), port.transport()));
                }
            }
        }
    }
}
