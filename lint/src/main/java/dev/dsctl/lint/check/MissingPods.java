package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeSlice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An EndpointSlice names pods that aren't there. */
final class MissingPods implements Check {

    @Override
    public String code() {
        return "DS012";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.PODS);
    }

    @Override
    public void look(Scene scene, Found found) {
        Set<String> told = new HashSet<>();
        for (KubePod pod : scene.kube().allPods()) {
            told.add(pod.meta().namespace());
        }
        for (KubeSlice slice : scene.kube().slices()) {
            Set<String> missing = new TreeSet<>();
            for (KubeSlice.Member member : slice.endpoints()) {
                if (member.pod() != null
                        && !scene.kube().pods().containsKey(member.pod().key())) {
                    missing.add(member.pod().name());
                }
            }
            if (missing.isEmpty()) {
                continue;
            }
            if (told.contains(slice.meta().namespace())) {
                found.add(finding(scene, slice, List.copyOf(missing)));
            } else {
                found.unknown(
                        code(),
                        "the input has no pods of namespace " + slice.meta().namespace());
            }
        }
    }

    private Finding finding(Scene scene, KubeSlice slice, List<String> missing) {
        String message = (missing.size() == 1 ? "targetRef names pod " : "targetRefs name pods ") + Words.list(missing)
                + ", which the input doesn't have: istiod drops such endpoints, and sidecars never send traffic there";
        return Finding.of(
                code(),
                Severity.ERROR,
                scene.objects().subject("EndpointSlice", slice.meta(), "endpoints"),
                message,
                "add the pods to the input, or correct the slice");
    }
}
