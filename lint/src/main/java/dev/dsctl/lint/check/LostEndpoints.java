package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeSlice;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.MeshChoices.PodEndpoints;
import dev.dsctl.model.profile.ReleaseHistory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A dual-stack pod that stands in an IPv6 slice only is no endpoint where slices of both families are merged. */
final class LostEndpoints implements Check {

    @Override
    public String code() {
        return "DS011";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.PODS, Need.SLICES);
    }

    @Override
    public void look(Scene scene, Found found) {
        boolean merges =
                scene.mesh().env().dualStack() && scene.mesh().profile().has(PodEndpoints.MERGED);
        if (!merges) {
            return;
        }
        for (BackedService service : scene.services()) {
            if (service.isDual()) {
                List<KubePod> lost = lost(scene, service);
                if (!lost.isEmpty()) {
                    found.add(finding(scene, service, lost));
                }
            }
        }
    }

    /** Pods with both families that only IPv6 slices have, and that are no endpoints. */
    private static List<KubePod> lost(Scene scene, BackedService service) {
        Map<String, KubePod> lost = new TreeMap<>();
        Set<String> reached = new HashSet<>();
        scene.mesh()
                .endpointsOf(service.service())
                .forEach(endpoint -> reached.addAll(endpoint.addresses().all()));
        for (KubePod pod : listed(scene, service, IpFamily.IPV6)) {
            if (BackedService.mode(pod) == IpMode.DUAL
                    && pod.status().ips().stream().noneMatch(reached::contains)) {
                lost.put(pod.meta().key(), pod);
            }
        }
        listed(scene, service, IpFamily.IPV4)
                .forEach(pod -> lost.remove(pod.meta().key()));
        return new ArrayList<>(lost.values());
    }

    /** The pods that take traffic by slices of a family. */
    private static List<KubePod> listed(Scene scene, BackedService service, IpFamily family) {
        List<KubePod> pods = new ArrayList<>();
        for (KubeSlice slice : service.slices()) {
            if (slice.addressType().equals(family.toString()) && !slice.ports().isEmpty()) {
                for (KubeSlice.Member member : slice.endpoints()) {
                    KubePod pod = member.pod() == null
                            ? null
                            : scene.kube().pods().get(member.pod().key());
                    boolean serves = member.conditions().ready() == null
                            || member.conditions().ready();
                    if (pod != null && serves) {
                        pods.add(pod);
                    }
                }
            }
        }
        return pods;
    }

    private Finding finding(Scene scene, BackedService service, List<KubePod> lost) {
        int left = scene.mesh().endpointsOf(service.service()).size();
        String rest = left == 0 ? "the Service has no endpoint left" : "the others get all traffic";
        String message =
                Words.pods(lost) + (lost.size() == 1 ? " stands" : " stand") + " in an IPv6 slice but in no IPv4"
                        + " slice, and istiod skips IPv6 slices of pods with both families: "
                        + (lost.size() == 1 ? "it is no endpoint, " : "they are no endpoints, ") + rest;
        return Finding.of(
                        code(),
                        Severity.ERROR,
                        scene.subject(service, "spec", "ipFamilies"),
                        message,
                        "list the pods in an IPv4 slice too (Kubernetes' own controller does), or leave targetRef out")
                .mendedIn(ReleaseHistory.endOf(
                        profile -> profile.has(PodEndpoints.MERGED),
                        scene.mesh().profile()));
    }
}
