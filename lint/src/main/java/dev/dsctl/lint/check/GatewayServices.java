package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import java.util.List;
import java.util.Set;

/** A gateway whose Service has one family. */
final class GatewayServices implements Check {

    @Override
    public String code() {
        return "DS007";
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public void look(Scene scene, Found found) {
        if (!scene.mesh().env().dualStack()) {
            return;
        }
        Gateways known = Gateways.of(scene);
        List<BackedService> gateways =
                scene.services().stream().filter(known::has).toList();
        if (!scene.known().environment() && !gateways.isEmpty() && !showsBothFamilies(scene)) {
            found.unknown(code(), "nothing in the input shows that the cluster has both families");
            return;
        }
        for (BackedService service : gateways) {
            String policy = service.kube().families().policy();
            boolean asks = policy.equals("PreferDualStack") || policy.equals("RequireDualStack");
            if (!asks && !service.isDual()) {
                found.add(finding(scene, service));
            }
        }
    }

    /** Dual stack is only assumed where istiod's environment isn't told: a mesh with one family isn't to be blamed for it. */
    private static boolean showsBothFamilies(Scene scene) {
        return scene.services().stream().anyMatch(service -> service.families().size() > 1)
                || scene.kube().allPods().stream().anyMatch(pod -> BackedService.mode(pod) == IpMode.DUAL);
    }

    private Finding finding(Scene scene, BackedService service) {
        List<IpFamily> families = service.families();
        String which = families.isEmpty() ? "one family" : families.get(0) + " only";
        String lost = families.isEmpty()
                ? "the other family"
                : Words.other(families.get(0)).toString();
        boolean set = !service.kube().families().policy().isEmpty();
        return Finding.of(
                code(),
                Severity.WARNING,
                set ? scene.subject(service, "spec", "ipFamilyPolicy") : scene.subject(service, "spec"),
                "the Service lets traffic in, but doesn't ask for both families and has " + which + ": clients with "
                        + lost + " alone get no address to connect to",
                "set ipFamilyPolicy: PreferDualStack (in the gateway chart: service.ipFamilyPolicy)");
    }
}
