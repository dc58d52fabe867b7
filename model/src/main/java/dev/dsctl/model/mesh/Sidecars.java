package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.MeshChoices;
import dev.dsctl.model.proxy.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pods that have a sidecar. */
final class Sidecars {

    private Sidecars() {}

    /** By namespace and name; pods without an address and those that ended are none. */
    static List<Proxy> of(KubeObjects objects, PodWorkloads workloads, MeshSettings settings, Problems problems) {
        ProxyConfigs configs = new ProxyConfigs(settings, problems);
        List<Proxy> proxies = new ArrayList<>();
        for (KubePod pod : objects.allPods()) {
            if (pod.hasSidecar()
                    && !pod.status().ips().isEmpty()
                    && !pod.status().isTerminal()) {
                proxies.add(proxy(pod, workloads.of(pod), settings.profile(), configs.of(pod.meta())));
            }
        }
        return List.copyOf(proxies);
    }

    private static Proxy proxy(KubePod pod, Workload workload, IstioProfile profile, ProxyConfig config) {
        Map<String, String> labels = TopologyLabels.inNetwork(
                workload.labels(),
                config.metadata().getOrDefault("ISTIO_META_NETWORK", ""),
                profile.choice(MeshChoices.NetworkLabels.class));
        return new Proxy(
                pod.meta().name(),
                pod.meta().namespace(),
                WorkloadName.typed(pod),
                new Addresses(pod.status().ips()),
                pod.meta().labels(),
                labels,
                pod.meta().annotations(),
                pod.spec().serviceAccount(),
                pod.spec().nodeName(),
                TopologyLabels.locality(labels),
                interception(pod),
                containerPorts(pod, profile),
                config);
    }

    private static Proxy.InterceptionMode interception(KubePod pod) {
        return switch (pod.meta().annotation("sidecar.istio.io/interceptionMode")) {
            case "TPROXY" -> Proxy.InterceptionMode.TPROXY;
            case "NONE" -> Proxy.InterceptionMode.NONE;
            default -> Proxy.InterceptionMode.REDIRECT;
        };
    }

    private static List<Proxy.ContainerPort> containerPorts(KubePod pod, IstioProfile profile) {
        return ContainerPorts.of(pod, profile).stream()
                .map(port -> new Proxy.ContainerPort(port.name(), port.number(), port.transport()))
                .toList();
    }
}
