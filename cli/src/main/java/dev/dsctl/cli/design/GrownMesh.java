package dev.dsctl.cli.design;

import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.mesh.IpFamily;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** Manifests of a mesh of a given size, with everything that a cluster would have added. */
final class GrownMesh {

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: %1$s
              namespace: growth
              labels: {app: %2$s, security.istio.io/tlsMode: istio, service.istio.io/canonical-name: %2$s}
            spec:
              serviceAccountName: default
              containers: [{name: %3$s}]
            status:
              phase: Running
              podIP: %4$s
              podIPs: [{ip: %4$s}, {ip: '%5$s'}]
              conditions: [{type: Ready, status: 'True'}]
            ---
            """;

    private final StringBuilder yaml = new StringBuilder();
    private int pods;

    private GrownMesh() {}

    /** So many services that take turns in looking like these, and one client that sees them all. */
    static ManifestText of(List<ServiceShape> shapes, int size) {
        GrownMesh mesh = new GrownMesh();
        mesh.addPod("client", "client", "istio-proxy");
        for (int i = 0; i < size; i++) {
            mesh.addService("s" + i, i + 1, shapes.get(i % shapes.size()));
        }
        return new ManifestText("growth", mesh.yaml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void addService(String name, int number, ServiceShape shape) {
        String addresses = joined(
                shape.families().size(),
                i -> "'" + service(number, shape.families().get(i)) + "'");
        String vips = addresses.isEmpty() ? "None" : addresses;
        String families =
                joined(shape.families().size(), i -> shape.families().get(i).toString());
        yaml.append("apiVersion: v1\nkind: Service\nmetadata: {name: ")
                .append(name)
                .append(", namespace: growth}\n");
        yaml.append("spec:\n  clusterIP: ").append(vips.split(",", 2)[0]).append('\n');
        yaml.append("  clusterIPs: [").append(vips).append("]\n");
        yaml.append("  ipFamilies: [")
                .append(families.isEmpty() ? "IPv4, IPv6" : families)
                .append("]\n");
        yaml.append("  selector: {app: ").append(name).append("}\n");
        yaml.append("  ports: [").append(ports(shape, "targetPort")).append("]\n---\n");
        int first = pods;
        for (int pod = 0; pod < shape.pods(); pod++) {
            addPod(name + "-" + pod, name, "app");
        }
        List<IpFamily> families2 = shape.families().isEmpty() ? List.of(IpFamily.values()) : shape.families();
        for (IpFamily family : families2) {
            addSlice(name, family, first, shape);
        }
    }

    private void addPod(String name, String app, String container) {
        pods++;
        yaml.append(POD.formatted(name, app, container, pod(pods, IpFamily.IPV4), pod(pods, IpFamily.IPV6)));
    }

    private void addSlice(String service, IpFamily family, int first, ServiceShape shape) {
        yaml.append("apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\n");
        yaml.append("metadata:\n  name: ").append(service).append('-').append(family == IpFamily.IPV4 ? "4" : "6");
        yaml.append("\n  namespace: growth\n  labels: {kubernetes.io/service-name: ")
                .append(service)
                .append("}\n");
        yaml.append("addressType: ").append(family).append("\nendpoints:\n");
        for (int pod = 0; pod < shape.pods(); pod++) {
            yaml.append("- addresses: ['").append(pod(first + pod + 1, family)).append("']\n");
            yaml.append("  conditions: {ready: true}\n  targetRef: {kind: Pod, namespace: growth, name: ");
            yaml.append(service).append('-').append(pod).append("}\n");
        }
        yaml.append("ports: [").append(ports(shape, "")).append("]\n---\n");
    }

    private static String ports(ServiceShape shape, String target) {
        return joined(shape.ports().size(), i -> {
            ServiceShape.Port port = shape.ports().get(i);
            String text = "{name: '" + port.name() + "', port: " + port.number() + ", protocol: " + port.transport();
            return text + (target.isEmpty() ? "" : ", " + target + ": " + port.number()) + "}";
        });
    }

    private static String joined(int count, IntFunction<String> text) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ", ").append(text.apply(i));
        }
        return all.toString();
    }

    private static String service(int number, IpFamily family) {
        return switch (family) {
            case IPV4 -> "10." + (96 + (number >> 16)) + "." + (number >> 8 & 255) + "." + (number & 255);
            case IPV6 ->
                "fd00:10:96::" + Integer.toHexString(number >> 16) + ":" + Integer.toHexString(number & 0xffff);
        };
    }

    private static String pod(int number, IpFamily family) {
        return switch (family) {
            case IPV4 -> "10." + (160 + (number >> 16)) + "." + (number >> 8 & 255) + "." + (number & 255);
            case IPV6 ->
                "fd00:10:244::" + Integer.toHexString(number >> 16) + ":" + Integer.toHexString(number & 0xffff);
        };
    }
}
