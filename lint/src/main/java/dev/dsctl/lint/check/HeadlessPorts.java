package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.KubeService;
import java.util.List;
import java.util.Set;

/** A headless Service translates no ports, so its target port has to be its port. */
final class HeadlessPorts implements Check {

    @Override
    public String code() {
        return "DS010";
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public void look(Scene scene, Found found) {
        for (BackedService service : scene.services()) {
            List<KubeService.Port> ports = service.kube().ports();
            for (int i = 0; service.kube().isHeadless() && i < ports.size(); i++) {
                KubeService.Port port = ports.get(i);
                boolean moved = !port.target().isNamed() && port.target().number() != port.number();
                if (moved && port.transport().equals("TCP")) {
                    found.add(finding(scene, service, port, i));
                }
            }
        }
    }

    private Finding finding(Scene scene, BackedService service, KubeService.Port port, int index) {
        int target = port.target().number();
        String message = "it is headless, so nothing translates port " + port.number() + " to " + target
                + ": sidecars send calls to port " + port.number()
                + " to that port of a pod, where nothing listens, and take"
                + " calls to " + target + " for unknown traffic, without policy or mutual TLS";
        return Finding.of(
                        code(),
                        Severity.WARNING,
                        scene.subject(service, "spec", "ports", index, "targetPort"),
                        message,
                        "make port and targetPort the same")
                .about("port " + port.number());
    }
}
