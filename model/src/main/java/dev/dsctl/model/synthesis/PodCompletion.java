package dev.dsctl.model.synthesis;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.model.manifest.SourceRef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Pods as they would run: with addresses, a node, and a sidecar where one is injected. */
final class PodCompletion {

    /** Marks what wasn't in the input. */
    static final String SYNTHETIC = "dsctl.dev/synthetic";

    private static final Map<String, Object> SIDECAR = Nodes.map("name", "istio-proxy", "image", "auto");

    private final Injection injection;
    private final List<Map<String, AddressPool.Allocation>> addresses;
    private final List<String> nodes;
    private final BiConsumer<SourceRef, String> displaced;

    /**
     * With these addresses, for each family by {@code namespace/name}; {@code displaced} hears of pods whose address another one had.
     */
    PodCompletion(
            Injection injection,
            List<Map<String, AddressPool.Allocation>> addresses,
            List<String> nodes,
            BiConsumer<SourceRef, String> displaced) {
        this.injection = injection;
        this.addresses = addresses;
        this.nodes = nodes;
        this.displaced = displaced;
    }

    /** A pod that a workload would create. */
    Manifest created(Workload workload, Workload.Identity pod) {
        Manifest owner = workload.manifest();
        Node.Mapping template = workload.template();
        Node.Mapping metadata = Nodes.mapping(template, "metadata");
        Map<String, Object> reference = Nodes.map("kind", pod.ownerKind(), "name", pod.ownerName(), "controller", true);
        Map<String, Object> named = Nodes.map(
                "name", pod.name(),
                "generateName", pod.generateName(),
                "namespace", owner.namespace(),
                "labels", Nodes.with(Nodes.mapping(metadata, "labels"), pod.labels()),
                "ownerReferences", List.of(reference));
        Map<String, Object> root = Nodes.map(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Nodes.with(metadata, named),
                "spec",
                Nodes.with(Nodes.mapping(template, "spec"), pod.spec()));
        Node.Mapping node = (Node.Mapping) Nodes.of(owner.source().line(), root);
        Manifest manifest = new Manifest("v1", "Pod", owner.namespace(), pod.name(), node, owner.source());
        return completed(manifest, owner.name());
    }

    /** A pod with what the cluster would add; {@code workload} names what created it. */
    Manifest completed(Manifest pod, String workload) {
        Node.Mapping metadata = Nodes.mapping(pod.root(), "metadata");
        Node.Mapping spec = Nodes.mapping(pod.root(), "spec");
        Map<String, String> labels = texts(Nodes.mapping(metadata, "labels"));
        Map<String, String> annotations = texts(Nodes.mapping(metadata, "annotations"));
        Map<String, Object> addedAnnotations = Nodes.map(SYNTHETIC, "true");
        Map<String, Object> changed = new LinkedHashMap<>();
        Node.Mapping newSpec = PodDefaults.of(scheduled(pod, spec));
        if (!isHostNetwork(spec) && injection.injects(pod.namespace(), labels, annotations)) {
            changed.put("labels", Nodes.with(Nodes.mapping(metadata, "labels"), Injection.labels(labels, workload)));
            addedAnnotations.put("sidecar.istio.io/status", "{\"containers\":[\"istio-proxy\"]}");
            newSpec = withSidecar(newSpec);
        }
        changed.put("annotations", Nodes.with(Nodes.mapping(metadata, "annotations"), addedAnnotations));
        Map<String, Object> root =
                Nodes.map("metadata", Nodes.with(metadata, changed), "spec", newSpec, "status", status(pod));
        return new Manifest(
                pod.apiVersion(), pod.kind(), pod.namespace(), pod.name(), Nodes.with(pod.root(), root), pod.source());
    }

    private static boolean isHostNetwork(Node.Mapping spec) {
        return spec.entries().get("hostNetwork") instanceof Node.Scalar scalar && Boolean.TRUE.equals(scalar.value());
    }

    private Node.Mapping scheduled(Manifest pod, Node.Mapping spec) {
        if (nodes.isEmpty() || spec.entries().containsKey("nodeName")) {
            return spec;
        }
        BigInteger digest = new BigInteger(1, AddressPool.digest("node/" + pod.namespace() + "/" + pod.name()));
        int index = digest.mod(BigInteger.valueOf(nodes.size())).intValue();
        return Nodes.with(spec, Map.of("nodeName", nodes.get(index)));
    }

    private static Node.Mapping withSidecar(Node.Mapping spec) {
        List<Object> containers = new ArrayList<>();
        if (spec.entries().get("containers") instanceof Node.Sequence written) {
            containers.addAll(written.items());
        }
        boolean injected = containers.stream()
                .anyMatch(container -> container instanceof Node.Mapping mapping
                        && mapping.entries().get("name") instanceof Node.Scalar name
                        && name.text().equals("istio-proxy"));
        if (injected) {
            return spec;
        }
        containers.add(SIDECAR);
        return Nodes.with(spec, Map.of("containers", containers));
    }

    private Map<String, Object> status(Manifest pod) {
        List<String> ips = new ArrayList<>();
        for (Map<String, AddressPool.Allocation> family : addresses) {
            AddressPool.Allocation allocation = family.get(pod.namespace() + "/" + pod.name());
            if (allocation.displaced()) {
                displaced.accept(
                        pod.source(),
                        pod + ": another object already had the address derived from its name; it got "
                                + allocation.address());
            }
            ips.add(allocation.address());
        }
        return Nodes.map(
                "phase", "Running",
                "podIP", ips.get(0),
                "podIPs", ips.stream().map(ip -> Nodes.map("ip", ip)).toList(),
                "conditions", List.of(Nodes.map("type", "Ready", "status", "True")));
    }

    private static Map<String, String> texts(Node.Mapping mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.entries()
                .forEach((key, value) -> texts.put(key, value instanceof Node.Scalar scalar ? scalar.text() : ""));
        return texts;
    }
}
