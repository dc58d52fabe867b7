package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A gateway whose Service has one family. */
final class GatewayServices implements Check {

    /** What Istio's charts and its Gateway API controller put on gateways. */
    private static final List<String> LABELS =
            List.of("gateway.networking.k8s.io/gateway-name", "istio.io/gateway-name", "gateway.istio.io/managed");

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
        for (BackedService service : scene.services()) {
            String policy = service.kube().families().policy();
            boolean asks = policy.equals("PreferDualStack") || policy.equals("RequireDualStack");
            if (isGateway(service) && !asks && !service.isDual()) {
                found.add(finding(scene, service));
            }
        }
    }

    /** Whether it lets traffic in from outside. Source: the labels of manifests/charts/gateway. */
    static boolean isGateway(BackedService service) {
        Map<String, String> labels = service.kube().meta().labels();
        return service.kube().type().equals("LoadBalancer")
                || LABELS.stream().anyMatch(labels::containsKey)
                || isIngress(labels.getOrDefault("istio", ""))
                || isIngress(service.kube().selector().getOrDefault("istio", ""));
    }

    private static boolean isIngress(String istio) {
        return istio.endsWith("gateway");
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
