package dev.dsctl.model.synthesis;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.model.mesh.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * EndpointSlices as the controller would make them. Source: Kubernetes' pkg/controller/endpointslice and
 * staging/src/k8s.io/endpointslice/reconciler.go.
 */
final class SliceCompletion {

    private static final int MOST_ENDPOINTS = 100;
    private static final String API = "discovery.k8s.io/v1";

    private SliceCompletion() {}

    /** The slices of a Service for the pods it selects, a slice for each family and set of ports. */
    static List<Manifest> of(KubeService service, List<IpFamily> families, List<KubePod> pods) {
        List<Manifest> slices = new ArrayList<>();
        for (IpFamily family : families) {
            Map<List<Node>, List<KubePod>> byPorts = new LinkedHashMap<>();
            for (KubePod pod : pods) {
                if (address(pod, family).isPresent()) {
                    byPorts.computeIfAbsent(ports(service, pod), ports -> new ArrayList<>())
                            .add(pod);
                }
            }
            byPorts.forEach((ports, members) -> {
                for (int from = 0; from < members.size(); from += MOST_ENDPOINTS) {
                    List<KubePod> part = members.subList(from, Math.min(members.size(), from + MOST_ENDPOINTS));
                    slices.add(slice(service, family, ports, part, slices.size()));
                }
            });
        }
        return slices;
    }

    private static Optional<String> address(KubePod pod, IpFamily family) {
        return pod.status().ips().stream()
                .filter(ip -> IpFamily.of(ip) == family)
                .findFirst();
    }

    private static List<Node> ports(KubeService service, KubePod pod) {
        List<Node> ports = new ArrayList<>();
        for (KubeService.Port port : service.ports()) {
            int number = number(port, pod);
            if (number > 0) {
                Map<String, Object> fields =
                        Nodes.map("name", port.name(), "port", number, "protocol", port.transport());
                if (port.appProtocol() != null) {
                    fields.put("appProtocol", port.appProtocol());
                }
                ports.add(Nodes.of(service.meta().source().line(), fields));
            }
        }
        return ports;
    }

    private static int number(KubeService.Port port, KubePod pod) {
        if (!port.target().isNamed()) {
            return port.target().number();
        }
        return pod.spec().containers().stream()
                .filter(container -> container.role() != KubePod.Role.INIT)
                .flatMap(container -> container.ports().stream())
                .filter(declared -> declared.name().equals(port.target().name())
                        && declared.transport().equals(port.transport()))
                .mapToInt(KubePod.ContainerPort::number)
                .findFirst()
                .orElse(0);
    }

    private static Manifest slice(
            KubeService service, IpFamily family, List<Node> ports, List<KubePod> pods, int index) {
        String namespace = service.meta().namespace();
        String serviceName = service.meta().name();
        String name =
                serviceName + "-" + PodNames.suffix(namespace + "/" + serviceName + "/" + family + "/" + index, 5);
        Map<String, Object> labels = Nodes.map(
                "kubernetes.io/service-name",
                serviceName,
                "endpointslice.kubernetes.io/managed-by",
                "endpointslice-controller.k8s.io");
        if (service.isHeadless()) {
            labels.put("service.kubernetes.io/headless", "");
        }
        Map<String, Object> root = Nodes.map(
                "apiVersion",
                API,
                "kind",
                "EndpointSlice",
                "metadata",
                Nodes.map(
                        "name", name,
                        "namespace", namespace,
                        "labels", labels,
                        "annotations", Nodes.map(PodCompletion.SYNTHETIC, "true")),
                "addressType",
                family.toString(),
                "endpoints",
                pods.stream().map(pod -> endpoint(pod, family)).toList(),
                "ports",
                ports);
        Node.Mapping node = (Node.Mapping) Nodes.of(service.meta().source().line(), root);
        return new Manifest(
                API, "EndpointSlice", namespace, name, node, service.meta().source());
    }

    private static Map<String, Object> endpoint(KubePod pod, IpFamily family) {
        Map<String, Object> endpoint = Nodes.map(
                "addresses",
                List.of(address(pod, family).orElseThrow()),
                "conditions",
                Nodes.map("ready", pod.status().ready(), "serving", pod.status().ready(), "terminating", false));
        if (!pod.spec().nodeName().isEmpty()) {
            endpoint.put("nodeName", pod.spec().nodeName());
        }
        endpoint.put(
                "targetRef",
                Nodes.map(
                        "kind", "Pod",
                        "name", pod.meta().name(),
                        "namespace", pod.meta().namespace()));
        return endpoint;
    }
}
