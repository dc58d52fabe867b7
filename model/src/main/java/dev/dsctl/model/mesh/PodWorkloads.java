package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.MeshChoices;
import java.util.HashMap;
import java.util.Map;

/** Pods as the workloads behind endpoints; a pod's is computed once however many services it backs. */
final class PodWorkloads {

    private final MeshSettings settings;
    private final KubeObjects objects;
    private final Map<String, Workload> known = new HashMap<>();
    private final Workload unknown;

    PodWorkloads(KubeObjects objects, MeshSettings settings) {
        this.settings = settings;
        this.objects = objects;
        String network = meshNetwork();
        this.unknown = new Workload(
                "",
                "",
                inNetwork(TopologyLabels.added(Map.of(), "", "", settings.clusterId()), network),
                "",
                network,
                "",
                Workload.TLS_DISABLED,
                "",
                "",
                "",
                settings.clusterId());
    }

    /** The workload of a pod. */
    Workload of(KubePod pod) {
        return known.computeIfAbsent(pod.meta().key(), k -> workload(pod));
    }

    /** The workload of an endpoint without pod. */
    Workload unknown() {
        return unknown;
    }

    private Workload workload(KubePod pod) {
        ObjectMeta meta = pod.meta();
        KubePod.Spec spec = pod.spec();
        MeshChoices.LocalityLabels heeded = settings.profile().choice(MeshChoices.LocalityLabels.class);
        String locality = isLookedAt(pod)
                ? PodLocality.of(pod, objects.nodes(), heeded)
                : PodLocality.declared(meta.labels(), heeded);
        String network = TopologyLabels.network(meta.labels(), meshNetwork());
        String hostname = spec.hostname().isEmpty() ? meta.name() : spec.hostname();
        return new Workload(
                WorkloadName.of(pod, settings.profile().choice(MeshChoices.WorkloadNames.class)),
                meta.namespace(),
                inNetwork(
                        TopologyLabels.added(meta.labels(), locality, spec.nodeName(), settings.clusterId()), network),
                locality,
                network,
                settings.spiffe(meta.namespace(), spec.serviceAccount()),
                meta.labels().getOrDefault("security.istio.io/tlsMode", Workload.TLS_DISABLED),
                spec.subdomain().isEmpty() ? "" : hostname,
                spec.subdomain(),
                spec.nodeName(),
                settings.clusterId());
    }

    /** What istiod doesn't look at is known by what its sidecar reports: labels and node, not where that node is. */
    private boolean isLookedAt(KubePod pod) {
        return objects.pods().containsKey(pod.meta().key());
    }

    private Map<String, String> inNetwork(Map<String, String> labels, String network) {
        return TopologyLabels.inNetwork(labels, network, settings.profile().choice(MeshChoices.NetworkLabels.class));
    }

    /** The network that the root namespace's label names, empty for the default. */
    String meshNetwork() {
        ObjectMeta root = objects.namespaces().get(settings.config().rootNamespace());
        return root == null ? "" : root.label("topology.istio.io/network");
    }
}
