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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A Service has families that what is behind it lacks. */
final class UnevenFamilies implements Check {

    @Override
    public String code() {
        return "DS013";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.PODS);
    }

    @Override
    public void look(Scene scene, Found found) {
        for (BackedService service : scene.services()) {
            List<IpFamily> families = service.families();
            if (families.isEmpty()) {
                continue;
            }
            if (families.size() > 1) {
                lookAtPods(scene, service, found);
                lookAtSlices(scene, service, found);
            }
            for (KubeSlice slice : service.slices()) {
                lookAtType(scene, slice, families, found);
            }
        }
    }

    private void lookAtPods(Scene scene, BackedService service, Found found) {
        List<KubePod> single = service.pods().stream()
                .filter(pod -> !pod.status().ips().isEmpty() && BackedService.mode(pod) != IpMode.DUAL)
                .toList();
        if (single.isEmpty()) {
            return;
        }
        Set<IpFamily> had = new TreeSet<>();
        single.forEach(pod -> had.add(IpFamily.of(pod.status().ip())));
        String message = "it has both families, but " + Words.pods(single)
                + (single.size() == 1 ? " has " : " have ") + (had.size() == 1 ? Words.families(had) : "one of them")
                + " alone: "
                + (had.size() == 1
                        ? "calls to its " + Words.other(had.iterator().next()) + " address"
                        : "calls")
                + " reach fewer pods or none without a sidecar, and cross families with one";
        found.add(Finding.of(
                        code(),
                        Severity.WARNING,
                        scene.subject(service, "spec", "ipFamilies"),
                        message,
                        "create the pods anew (their addresses stem from before the cluster had both families), or give the"
                                + " Service one family")
                .about("pods"));
    }

    private void lookAtSlices(Scene scene, BackedService service, Found found) {
        Set<IpFamily> had = new TreeSet<>();
        for (KubeSlice slice : service.slices()) {
            if (!slice.addressType().equals("FQDN")) {
                had.add(family(slice));
            }
        }
        if (had.size() == 1 && !service.dualPods().isEmpty()) {
            IpFamily only = had.iterator().next();
            found.add(Finding.of(
                            code(),
                            Severity.WARNING,
                            scene.subject(service, "spec", "ipFamilies"),
                            "it has both families, but all its EndpointSlices are " + only
                                    + ": clients without a sidecar" + " that call its " + Words.other(only)
                                    + " address get no answer",
                            "add the " + Words.other(only) + " slices (Kubernetes' own controller does)")
                    .about("slices"));
        }
    }

    private void lookAtType(Scene scene, KubeSlice slice, List<IpFamily> families, Found found) {
        if (!slice.addressType().equals("FQDN")
                && !families.contains(family(slice))
                && !slice.endpoints().isEmpty()) {
            found.add(Finding.of(
                            code(),
                            Severity.WARNING,
                            scene.objects().subject("EndpointSlice", slice.meta(), "addressType"),
                            "its addresses are " + family(slice) + ", but Service " + slice.service() + " has "
                                    + Words.families(families)
                                    + ": sidecars cross families to reach them, other clients don't",
                            "make addressType one of the Service's ipFamilies")
                    .about("type"));
        }
    }

    private static IpFamily family(KubeSlice slice) {
        return slice.addressType().equals(IpFamily.IPV6.toString()) ? IpFamily.IPV6 : IpFamily.IPV4;
    }
}
