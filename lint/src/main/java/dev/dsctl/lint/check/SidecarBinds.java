package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Binds.Place;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.ClusterChoices.IngressLoopback;
import dev.dsctl.model.profile.ReleaseHistory;
import dev.dsctl.model.sidecar.CaptureMode;
import dev.dsctl.model.sidecar.EgressListener;
import dev.dsctl.model.sidecar.IngressListener;
import dev.dsctl.model.sidecar.Sidecar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Sidecar's listener, or an application, that has one family only, on pods with both. */
final class SidecarBinds implements Check {

    private static final String CODE = "DS018";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    @Override
    public void look(Scene scene, Found found) {
        ApplicationBinds.look(scene, code(), found);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        Optional<Sidecar> sidecar = clients.view().scope().sidecar();
        if (clients.mode() != IpMode.DUAL || sidecar.isEmpty()) {
            return;
        }
        Part part = new Part(scene, clients, sidecar.get());
        for (int i = 0; i < sidecar.get().ingress().size(); i++) {
            part.ingress(i).ifPresent(found::add);
            part.endpoint(i).ifPresent(found::add);
        }
        for (int i = 0; i < sidecar.get().egress().size(); i++) {
            part.egress(i).ifPresent(found::add);
        }
    }

    /** A Sidecar, and some that it is for. */
    private record Part(Scene scene, Clients clients, Sidecar sidecar) {

        private Optional<Finding> ingress(int index) {
            IngressListener ingress = sidecar.ingress().get(index);
            int port = ingress.port().number();
            List<String> own = clients.view().proxy().addresses().all();
            String bind = ingress.bind().isEmpty() ? own.get(0) : ingress.bind();
            boolean single =
                    ingress.captureMode() == CaptureMode.NONE || !ingress.bind().isEmpty();
            if (!single || !listens(bind, port) || own.stream().anyMatch(ip -> !ip.equals(bind) && listens(ip, port))) {
                return Optional.empty();
            }
            String message = "its ingress listener for port " + port + " has " + bind + " alone on " + clients
                    + ": calls to the pod's " + Words.other(IpFamily.of(bind)) + " address are refused";
            String fix = "leave bind and captureMode out, so that calls of both families are redirected to it";
            return Optional.of(finding("ingress", index, message, fix));
        }

        private Optional<Finding> egress(int index) {
            EgressListener egress = sidecar.egress().get(index);
            if (!IpLiteral.isAddress(egress.bind())) {
                return Optional.empty();
            }
            String port =
                    egress.port().map(each -> " for port " + each.number()).orElse("");
            String message = "its egress listener" + port + " has " + egress.bind() + " alone on " + clients
                    + ": what the application sends to an " + Words.other(IpFamily.of(egress.bind()))
                    + " address doesn't reach it";
            return Optional.of(finding("egress", index, message, "leave bind out, so that both families are caught"));
        }

        private Optional<Finding> endpoint(int index) {
            String endpoint = sidecar.ingress().get(index).defaultEndpoint();
            boolean ignored = endpoint.startsWith("[::1]")
                    && scene.mesh().profile().has(IngressLoopback.FIRST_FAMILY)
                    && IpFamily.of(clients.view().proxy().addresses().primary()) == IpFamily.IPV4;
            if (!ignored) {
                return Optional.empty();
            }
            String message = "defaultEndpoint is " + endpoint + ", but Istio "
                    + scene.mesh().profile().release() + " sends the calls of " + clients
                    + " to 127.0.0.1: an application that listens on [::1] gets none";
            return Optional.of(finding("ingress", index, message, "let the application listen on both loopbacks")
                    .about("defaultEndpoint of ingress " + (index + 1))
                    .mendedIn(ReleaseHistory.endOf(
                            profile -> profile.has(IngressLoopback.FIRST_FAMILY),
                            scene.mesh().profile())));
        }

        private boolean listens(String address, int port) {
            return !clients.binds().at(Place.of(address, port)).isEmpty();
        }

        private Finding finding(String list, int index, String message, String fix) {
            return Finding.of(
                            CODE,
                            Severity.WARNING,
                            scene.objects().subject("Sidecar", sidecar.meta(), "spec", list, index),
                            message,
                            fix)
                    .about(list + " " + (index + 1));
        }
    }
}
