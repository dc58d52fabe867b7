package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.profile.MeshChoices;
import java.util.Locale;

/** How a pod's workload is called. Source: {@code GetDeployMetaFromPod} and {@code GetWorkloadMetaFromPod}, pkg/kube/util.go. */
final class WorkloadName {

    private WorkloadName() {}

    /** The name of the deployment or other controller, else the pod's. */
    static String of(KubePod pod, MeshChoices.WorkloadNames names) {
        return switch (names) {
            case CONTROLLER -> controller(pod, "pod-template-hash");
            case CONTROLLER_OR_ROLLOUT -> controller(pod, "pod-template-hash", "rollouts-pod-template-hash");
            case LABEL_FIRST ->
                pod.meta()
                        .labels()
                        .getOrDefault(
                                "service.istio.io/workload-name",
                                controller(pod, "pod-template-hash", "rollouts-pod-template-hash"));
        };
    }

    /** Kind in lower case and name of what people deploy to get the pod; of the pod when it has no controller. */
    static String typed(KubePod pod) {
        String kind = pod.controller().kind();
        String name = controller(pod, "pod-template-hash");
        if (kind.isEmpty() || name.equals(pod.meta().name())) {
            return "pod/" + pod.meta().name();
        }
        boolean deployed =
                kind.equals("ReplicaSet") && !name.equals(pod.controller().name());
        return (deployed ? "deployment" : kind.toLowerCase(Locale.ROOT)) + "/" + name;
    }

    private static String controller(KubePod pod, String... hashLabels) {
        KubePod.Owner owner = pod.controller();
        if (pod.generateName().isEmpty() || owner.name().isEmpty()) {
            return pod.meta().name();
        }
        return switch (owner.kind()) {
            case "ReplicaSet" -> withoutHash(pod, hashLabels);
            case "ReplicationController" -> {
                String config = pod.meta().label("deploymentconfig");
                yield config.isEmpty() ? owner.name() : config;
            }
            case "Job" -> withoutTimestamp(owner.name());
            default -> owner.name();
        };
    }

    private static String withoutHash(KubePod pod, String... hashLabels) {
        String name = pod.controller().name();
        for (String label : hashLabels) {
            String hash = pod.meta().label(label);
            if (!hash.isEmpty() && name.endsWith(hash)) {
                String suffix = "-" + hash;
                return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
            }
        }
        return name;
    }

    /** A CronJob's jobs end in a hyphen and eight to ten digits. */
    private static String withoutTimestamp(String job) {
        int hyphen = job.lastIndexOf('-');
        int digits = job.length() - hyphen - 1;
        boolean timestamp = hyphen > 0
                && digits >= 8
                && digits <= 10
                && job.chars().skip(hyphen + 1L).allMatch(c -> c >= '0' && c <= '9');
        return timestamp ? job.substring(0, hyphen) : job;
    }
}
