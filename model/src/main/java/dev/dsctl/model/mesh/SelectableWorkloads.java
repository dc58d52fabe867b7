package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.profile.EntryChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pods as the workloads that ServiceEntries select. Source: {@code notifyWorkloadHandlers}, pilot/pkg/serviceregistry/kube/controller/pod.go. */
final class SelectableWorkloads {

    private final MeshSettings settings;
    private final PodWorkloads workloads;

    SelectableWorkloads(PodWorkloads workloads, MeshSettings settings) {
        this.settings = settings;
        this.workloads = workloads;
    }

    /** The pods that are ready, by namespace, in the order of their names. */
    Map<String, List<WorkloadInstance>> byNamespace(KubeObjects objects) {
        Map<String, List<WorkloadInstance>> byNamespace = new HashMap<>();
        if (!settings.env().flag("PILOT_ENABLE_SERVICEENTRY_SELECT_PODS", true)) {
            return byNamespace;
        }
        for (KubePod pod : objects.allPods()) {
            if (pod.isReadyForTraffic()) {
                byNamespace
                        .computeIfAbsent(pod.meta().namespace(), n -> new ArrayList<>())
                        .add(instance(pod));
            }
        }
        return byNamespace;
    }

    private WorkloadInstance instance(KubePod pod) {
        return new WorkloadInstance(
                pod.meta().namespace(),
                pod.meta().name(),
                WorkloadInstance.Kind.POD,
                addresses(pod),
                ContainerPorts.byName(pod, settings.profile()),
                0,
                Endpoint.Health.HEALTHY,
                workloads.of(pod));
    }

    private Addresses addresses(KubePod pod) {
        Addresses all = new Addresses(pod.status().ips());
        return switch (settings.profile().choice(EntryChoices.SelectedPods.class)) {
            case PRIMARY_ADDRESS -> all.primaryOnly();
            case ALL_ADDRESSES -> settings.env().dualStack() ? all : all.primaryOnly();
        };
    }
}
