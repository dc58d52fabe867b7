package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.IpFamily;
import java.util.List;
import java.util.Set;

/** A Service of one family in front of pods that have both. */
final class SingleStackService implements Check {

    @Override
    public String code() {
        return "DS006";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.PODS);
    }

    @Override
    public void look(Scene scene, Found found) {
        if (!scene.mesh().env().dualStack()) {
            return;
        }
        Gateways gateways = Gateways.of(scene);
        for (BackedService service : scene.services()) {
            List<IpFamily> families = service.families();
            if (families.size() == 1 && !service.dualPods().isEmpty() && !gateways.has(service)) {
                found.add(finding(scene, service, families.get(0)));
            }
        }
    }

    private Finding finding(Scene scene, BackedService service, IpFamily family) {
        IpFamily missing = Words.other(family);
        String how = service.kube().isHeadless()
                ? "its name resolves to " + family + " addresses only"
                : "it has no " + missing + " address";
        String message = "its " + Words.pods(service.dualPods()) + " "
                + (service.dualPods().size() == 1 ? "has" : "have") + " both families, but " + how + ": "
                + missing + " clients can't reach it by name";
        boolean set = !service.kube().families().policy().isEmpty();
        return Finding.of(
                code(),
                Severity.WARNING,
                set ? scene.subject(service, "spec", "ipFamilyPolicy") : scene.subject(service, "spec"),
                message,
                "set ipFamilyPolicy: PreferDualStack; if one family is meant, say so with the annotation"
                        + " dsctl.dev/ignore: DS006");
    }
}
