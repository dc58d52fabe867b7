package dev.dsctl.model.synthesis;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.model.manifest.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that would create pods.
 *
 * @param manifest the Deployment, StatefulSet, DaemonSet, ReplicaSet or Job
 * @param selector labels by which it knows its pods, empty when it has none
 * @param template {@code spec.template}
 * @param replicas how many pods it asks for
 */
record Workload(Manifest manifest, Map<String, String> selector, Node.Mapping template, int replicas) {

    private static final int MOST = 100_000;

    /**
     * How a pod is named and owned.
     *
     * @param name its name
     * @param generateName what Kubernetes derives such names from, empty for fixed names
     * @param ownerKind kind of the object that controls it
     * @param ownerName name of that object
     * @param labels labels the controller adds
     * @param spec fields of the spec the controller adds
     */
    record Identity(
            String name,
            String generateName,
            String ownerKind,
            String ownerName,
            Map<String, String> labels,
            Map<String, String> spec) {}

    /** Reads a workload. */
    static Workload of(Manifest manifest, Problems problems) {
        Fields spec = Fields.of(manifest, problems).fields("spec");
        String count = manifest.kind().equals("Job") ? "parallelism" : "replicas";
        return new Workload(
                manifest,
                spec.fields("selector").stringMap("matchLabels"),
                Nodes.mapping(Nodes.mapping(manifest.root(), "spec"), "template"),
                spec.integer(count, 1, 0, MOST));
    }

    /** The pods it would have on a cluster with these nodes. */
    List<Identity> pods(List<String> nodes) {
        int count = manifest.kind().equals("DaemonSet") ? Math.max(1, nodes.size()) : replicas;
        List<Identity> pods = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pods.add(pod(i));
        }
        return pods;
    }

    private Identity pod(int index) {
        String name = manifest.name();
        String key = manifest.kind() + "/" + manifest.namespace() + "/" + name;
        String suffix = PodNames.suffix(key + "/" + index, 5);
        return switch (manifest.kind()) {
            case "Deployment" -> {
                String hash = PodNames.suffix(key, 10);
                String owner = name + "-" + hash;
                yield new Identity(
                        owner + "-" + suffix,
                        owner + "-",
                        "ReplicaSet",
                        owner,
                        Map.of("pod-template-hash", hash),
                        Map.of());
            }
            case "StatefulSet" -> {
                String pod = name + "-" + (firstOrdinal() + index);
                yield new Identity(
                        pod,
                        name + "-",
                        "StatefulSet",
                        name,
                        Map.of("statefulset.kubernetes.io/pod-name", pod),
                        stableName(pod));
            }
            case "Job" ->
                new Identity(
                        name + "-" + suffix,
                        name + "-",
                        "Job",
                        name,
                        new TreeMap<>(Map.of("batch.kubernetes.io/job-name", name, "job-name", name)),
                        Map.of());
            default -> new Identity(name + "-" + suffix, name + "-", manifest.kind(), name, Map.of(), Map.of());
        };
    }

    private long firstOrdinal() {
        Node.Mapping ordinals = Nodes.mapping(Nodes.mapping(manifest.root(), "spec"), "ordinals");
        return ordinals.entries().get("start") instanceof Node.Scalar start && start.value() instanceof Long number
                ? number
                : 0;
    }

    private Map<String, String> stableName(String pod) {
        Map<String, String> spec = new LinkedHashMap<>();
        spec.put("hostname", pod);
        if (Nodes.mapping(manifest.root(), "spec").entries().get("serviceName") instanceof Node.Scalar service) {
            spec.put("subdomain", service.text());
        }
        return spec;
    }
}
