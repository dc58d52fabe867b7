package dev.dsctl.model.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.MeshChoices.WorkloadNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadNameTest {

    @ParameterizedTest
    @CsvSource({
        "ReplicaSet, web-7b4, pod-template-hash, 7b4, web",
        "ReplicaSet, web-7b4, pod-template-hash, other, web-7b4",
        "ReplicaSet, web-7b4, x, y, web-7b4",
        "ReplicaSet, web-7b4, rollouts-pod-template-hash, 7b4, web",
        "ReplicationController, web-1, deploymentconfig, shop, shop",
        "ReplicationController, web-1, x, y, web-1",
        "StatefulSet, db, x, y, db",
        "Job, nightly-28400000, x, y, nightly",
        "Job, nightly-2840000, x, y, nightly-2840000",
        "Job, once, x, y, once"
    })
    void followsTheController(String kind, String owner, String label, String value, String name) {
        KubePod pod = pod("web-", new KubePod.Owner(kind, owner), Map.of(label, value));

        assertThat(WorkloadName.of(pod, WorkloadNames.CONTROLLER_OR_ROLLOUT)).isEqualTo(name);
    }

    @Test
    void isThePodWithoutGeneratedNameOrController() {
        KubePod.Owner owner = new KubePod.Owner("ReplicaSet", "web-7b4");

        assertThat(WorkloadName.of(pod("", owner, Map.of()), WorkloadNames.CONTROLLER))
                .isEqualTo("pod-1");
        assertThat(WorkloadName.of(pod("web-", KubePod.Owner.NONE, Map.of()), WorkloadNames.CONTROLLER))
                .isEqualTo("pod-1");
    }

    @Test
    void heedsRolloutsAndTheLabelWhereReleasesDo() {
        KubePod.Owner owner = new KubePod.Owner("ReplicaSet", "web-7b4");
        KubePod rollout = pod("web-", owner, Map.of("rollouts-pod-template-hash", "7b4"));
        KubePod labelled = pod("web-", owner, Map.of("service.istio.io/workload-name", "mine"));

        assertThat(WorkloadName.of(rollout, WorkloadNames.CONTROLLER)).isEqualTo("web-7b4");
        assertThat(WorkloadName.of(labelled, WorkloadNames.CONTROLLER_OR_ROLLOUT))
                .isEqualTo("web-7b4");
        assertThat(WorkloadName.of(labelled, WorkloadNames.LABEL_FIRST)).isEqualTo("mine");
    }

    private static KubePod pod(String generateName, KubePod.Owner owner, Map<String, String> labels) {
        ObjectMeta meta = new ObjectMeta("pod-1", "shop", "", labels, Map.of(), new SourceRef("pods.yaml", 1));
        KubePod.Spec spec = new KubePod.Spec("default", "", "", "", false, List.of());
        return new KubePod(meta, generateName, owner, spec, new KubePod.Status("Running", true, false, List.of()));
    }
}
