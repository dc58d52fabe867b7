package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.profile.MeshChoices.PodEndpoints;
import dev.dsctl.model.profile.Release;
import dev.dsctl.model.profile.ReleaseHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dual-stack pod is two endpoints of a dual-stack Service. */
final class CountedTwice implements Check {

    @Override
    public String code() {
        return "DS015";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.PODS, Need.SLICES);
    }

    @Override
    public void look(Scene scene, Found found) {
        for (BackedService service : scene.services()) {
            List<KubePod> twice = service.isDual() ? twice(scene, service) : List.of();
            if (!twice.isEmpty()) {
                found.add(finding(scene, service, twice));
            }
        }
    }

    private static List<KubePod> twice(Scene scene, BackedService service) {
        Map<String, Set<String>> portsByAddress = new HashMap<>();
        for (Endpoint endpoint : scene.mesh().endpointsOf(service.service())) {
            portsByAddress
                    .computeIfAbsent(endpoint.addresses().primary(), address -> new HashSet<>())
                    .add(endpoint.servicePortName());
        }
        return service.dualPods().stream()
                .filter(pod -> pod.status().ips().stream()
                                .filter(portsByAddress::containsKey)
                                .count()
                        > 1)
                .toList();
    }

    private Finding finding(Scene scene, BackedService service, List<KubePod> twice) {
        boolean on = scene.mesh().env().dualStack();
        String why = on ? "Istio " + scene.mesh().profile().release() : "Istio with ISTIO_DUAL_STACK off";
        String message = why + " makes two endpoints of " + Words.pods(twice)
                + ", one for each family: each counts twice against pods with one family, in outlier detection and in"
                + " connection limits, and clients with one family get addresses that they can't reach";
        List<Release> mended = on
                ? ReleaseHistory.endOf(
                        profile -> profile.has(PodEndpoints.ONE_PER_SLICE),
                        scene.mesh().profile())
                : List.of();
        String fix = on
                ? "run a release that merges them; until then don't mix pods with one and with both families"
                : "set ISTIO_DUAL_STACK=true for istiod, at a release that merges them";
        return Finding.of(code(), Severity.WARNING, scene.subject(service, "spec", "ipFamilies"), message, fix)
                .mendedIn(mended);
    }
}
