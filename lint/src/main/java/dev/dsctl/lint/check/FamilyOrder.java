package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.proxy.Proxy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Service prefers one family and its pods the other; a client may have only the one that endpoints don't put first. */
final class FamilyOrder implements Check {

    @Override
    public String code() {
        return "DS014";
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
        Map<IpFamily, Proxy> lacking = lacking(scene);
        for (BackedService service : scene.services()) {
            if (service.isDual() || service.isDualHeadless()) {
                look(scene, service, lacking, found);
            }
        }
    }

    /** A sidecar that lacks a family, for each family that one lacks. */
    private static Map<IpFamily, Proxy> lacking(Scene scene) {
        Map<IpFamily, Proxy> lacking = new EnumMap<>(IpFamily.class);
        for (Proxy proxy : scene.mesh().proxies()) {
            for (IpFamily family : IpFamily.values()) {
                if (!lacking.containsKey(family) && !proxy.addresses().has(family)) {
                    lacking.put(family, proxy);
                }
            }
        }
        return lacking;
    }

    private void look(Scene scene, BackedService service, Map<IpFamily, Proxy> lacking, Found found) {
        Optional<IpFamily> merged = firstOfMerged(scene, service);
        Optional<Proxy> cutOff = merged.map(lacking::get);
        if (cutOff.isPresent()) {
            found.add(clientFinding(scene, service, merged.get(), cutOff.get()));
            return;
        }
        IpFamily preferred = service.families().get(0);
        List<KubePod> others = service.dualPods().stream()
                .filter(pod -> IpFamily.of(pod.status().ip()) != preferred)
                .toList();
        if (!others.isEmpty()) {
            found.add(Finding.of(
                    code(),
                    Severity.INFO,
                    scene.subject(service, "spec", "ipFamilies"),
                    "it has " + preferred + " first, but " + Words.pods(others) + " " + Words.verb(others.size(), "put")
                            + " " + Words.other(preferred) + " first: clients call the Service over " + preferred
                            + ", and sidecars go on over " + Words.other(preferred),
                    "let the Service prefer the cluster's first family, or leave it: both work"));
        }
    }

    /** The family of the first address of endpoints that have both. */
    private static Optional<IpFamily> firstOfMerged(Scene scene, BackedService service) {
        return scene.mesh().endpointsOf(service.service()).stream()
                .map(Endpoint::addresses)
                .filter(addresses -> addresses.all().size() > 1)
                .map(addresses -> IpFamily.of(addresses.primary()))
                .findFirst();
    }

    private Finding clientFinding(Scene scene, BackedService service, IpFamily first, Proxy client) {
        String message = "its endpoints have " + first + " first, but sidecar " + client.id() + " has "
                + Words.other(first)
                + " alone: its calls begin with an address that it can't reach, and get through only where"
                + " Envoy tries the second one";
        return Finding.of(
                code(),
                Severity.WARNING,
                scene.subject(service, "spec", "ipFamilies"),
                message,
                "give the client's pod both families, or let the pods have " + Words.other(first) + " first");
    }
}
