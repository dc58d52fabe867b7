package dev.dsctl.model.synthesis;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeReader;
import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.IpFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Completes what lies in Git to what a cluster would hold: addresses of Services, pods of workloads with their sidecars, EndpointSlices.
 * What is there already stays as it is, so that completed manifests are their own completion.
 */
public final class Materializer {

    private static final Comparator<Manifest> BY_NAME =
            Comparator.comparing(Manifest::namespace).thenComparing(Manifest::name);
    private static final List<String> WORKLOADS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job");

    private final Manifests manifests;
    private final ClusterNetwork network;
    private final Problems problems;
    private final Set<String> completedPods = new HashSet<>();

    private Materializer(Manifests manifests, ClusterNetwork network, Problems problems) {
        this.manifests = manifests;
        this.network = network;
        this.problems = problems;
    }

    /**
     * The manifests with what the cluster would add. What can't be completed is recorded in {@code problems}.
     *
     * @param network the cluster's families and ranges if given; else what a kind {@code Cluster} among the manifests says, else both
     *     families with kind's ranges
     */
    public static Manifests complete(Manifests manifests, Optional<ClusterNetwork> network, Problems problems) {
        ClusterNetwork chosen = network.or(() -> ClusterNetwork.in(manifests, problems))
                .orElseGet(() -> ClusterNetwork.of(ClusterNetwork.Families.DUAL));
        return new Materializer(manifests, chosen, problems).complete();
    }

    private Manifests complete() {
        // By identity: comparing manifests would walk their whole trees.
        Map<Manifest, Manifest> changed = new IdentityHashMap<>();
        List<Manifest> services = new ArrayList<>(manifests.of("", "Service"));
        services.sort(BY_NAME);
        ServiceCompletion completion = new ServiceCompletion(network, services, problems);
        services.forEach(service -> changed.put(service, completion.completed(service)));
        List<Manifest> created = pods(changed);
        List<Manifest> all = new ArrayList<>(manifests.all().size() + created.size());
        manifests.all().forEach(manifest -> all.add(changed.getOrDefault(manifest, manifest)));
        all.addAll(created);
        Manifests withPods = new Manifests(all, manifests.skipped(), manifests.diagnostics());
        if (completedPods.isEmpty()) {
            return withPods;
        }
        all.addAll(slices(withPods));
        return new Manifests(all, manifests.skipped(), manifests.diagnostics());
    }

    /** The pods that workloads would create. Pods of the input without a status go to {@code changed}, completed. */
    private List<Manifest> pods(Map<Manifest, Manifest> changed) {
        List<Manifest> given = manifests.of("", "Pod");
        List<Manifest> bare =
                given.stream().filter(Materializer::hasNoStatus).sorted(BY_NAME).toList();
        List<Workload> workloads = workloads(given);
        if (bare.isEmpty() && workloads.isEmpty()) {
            return List.of();
        }
        List<String> nodes =
                manifests.of("", "Node").stream().map(Manifest::name).sorted().toList();
        Map<Workload, List<Workload.Identity>> identities = new LinkedHashMap<>();
        workloads.forEach(workload -> identities.put(workload, workload.pods(nodes)));
        bare.forEach(pod -> completedPods.add(pod.namespace() + "/" + pod.name()));
        identities.forEach((workload, pods) ->
                pods.forEach(pod -> completedPods.add(workload.manifest().namespace() + "/" + pod.name())));
        PodCompletion completion =
                new PodCompletion(new Injection(manifests), addresses(given, completedPods), nodes, problems::warning);
        bare.forEach(pod -> changed.put(pod, completion.completed(pod, pod.name())));
        List<Manifest> created = new ArrayList<>();
        identities.forEach((workload, pods) -> pods.forEach(pod -> created.add(completion.created(workload, pod))));
        return created;
    }

    /** Addresses of each family for pods that have none. */
    private List<Map<String, AddressPool.Allocation>> addresses(List<Manifest> given, Set<String> names) {
        List<AddressPool> pools = network.pods().stream().map(AddressPool::new).toList();
        for (Manifest pod : given) {
            Fields.of(pod, new Problems())
                    .fields("status")
                    .list("podIPs")
                    .forEach(ip -> pools.forEach(pool -> pool.take(ip.string("ip"))));
        }
        try {
            return pools.stream().map(pool -> pool.allocate(names)).toList();
        } catch (IllegalStateException full) {
            throw new ManifestException(List.of(new Diagnostic(
                    new SourceRef("--pod-cidr", 0),
                    Diagnostic.Severity.ERROR,
                    "the range for pods is too small for " + names.size() + " addresses: give a larger one")));
        }
    }

    private static boolean hasNoStatus(Manifest pod) {
        return !(pod.root().entries().get("status") instanceof Node.Mapping status)
                || status.entries().isEmpty();
    }

    /** The workloads that have no pods in the input and that no other workload of the input controls. */
    private List<Workload> workloads(List<Manifest> pods) {
        Set<String> present = new HashSet<>();
        List<Manifest> all = new ArrayList<>();
        for (String kind : WORKLOADS) {
            all.addAll(manifests.of(kind.equals("Job") ? "batch" : "apps", kind));
        }
        if (all.isEmpty()) {
            return List.of();
        }
        LabelIndex<ObjectMeta> byLabel =
                new LabelIndex<>(pods.stream().map(ObjectMeta::of).toList(), meta -> meta);
        all.forEach(workload -> present.add(workload.toString()));
        all.sort(BY_NAME.thenComparing(Manifest::kind));
        return all.stream()
                .filter(workload -> !isControlled(workload, present))
                .map(workload -> Workload.of(workload, problems))
                .filter(workload -> byLabel.selected(workload.manifest().namespace(), workload.selector())
                        .isEmpty())
                .toList();
    }

    private static boolean isControlled(Manifest workload, Set<String> present) {
        return Fields.of(workload, new Problems()).fields("metadata").list("ownerReferences").stream()
                .anyMatch(owner -> owner.bool("controller", false)
                        && present.contains(
                                owner.string("kind") + " " + workload.namespace() + "/" + owner.string("name")));
    }

    /** Slices for the Services that have none and select a pod that was completed. */
    private List<Manifest> slices(Manifests withPods) {
        KubeObjects objects = KubeReader.read(withPods, new Problems());
        Map<String, Manifest> services = new LinkedHashMap<>();
        withPods.of("", "Service")
                .forEach(service -> services.put(service.namespace() + "/" + service.name(), service));
        Set<String> served = new HashSet<>();
        objects.slices()
                .forEach(slice -> served.add(
                        slice.meta().namespace() + "/" + slice.meta().labels().get("kubernetes.io/service-name")));
        LabelIndex<KubePod> byLabel = new LabelIndex<>(objects.pods().values(), KubePod::meta);
        List<Manifest> slices = new ArrayList<>();
        for (KubeService service : objects.services()) {
            String key = service.meta().namespace() + "/" + service.meta().name();
            List<KubePod> pods = service.selector().isEmpty() || served.contains(key)
                    ? List.of()
                    : byLabel.selected(service.meta().namespace(), service.selector());
            if (pods.stream()
                    .anyMatch(pod -> completedPods.contains(
                            pod.meta().namespace() + "/" + pod.meta().name()))) {
                slices.addAll(SliceCompletion.of(service, families(services.get(key)), pods));
            }
        }
        return slices;
    }

    private List<IpFamily> families(Manifest service) {
        List<IpFamily> families = Fields.of(service, new Problems()).fields("spec").strings("ipFamilies").stream()
                .map(text -> text.equals("IPv6") ? IpFamily.IPV6 : IpFamily.IPV4)
                .toList();
        if (!families.isEmpty()) {
            return families;
        }
        List<IpFamily> ofAddresses = Fields.of(service, new Problems()).fields("spec").strings("clusterIPs").stream()
                .filter(address -> !address.equals("None"))
                .map(IpFamily::of)
                .toList();
        return ofAddresses.isEmpty() ? network.serviceFamilies().subList(0, 1) : ofAddresses;
    }
}
