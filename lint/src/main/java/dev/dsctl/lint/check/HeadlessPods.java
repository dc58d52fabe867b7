package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Binds.Place;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.proxy.Proxy;
import java.util.List;
import java.util.Set;

/** Pods of a headless Service with both families aren't merged: a listener for each address, the pod's own second one included. */
final class HeadlessPods implements Check {

    @Override
    public String code() {
        return "DS009";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.PODS, Need.SIDECARS, Need.SLICES);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        if (clients.mode() != IpMode.DUAL) {
            return;
        }
        for (BackedService service : scene.services()) {
            if (service.kube().isHeadless() && !service.dualPods().isEmpty()) {
                look(scene, clients, service, found);
            }
        }
    }

    private void look(Scene scene, Clients clients, BackedService service, Found found) {
        for (ServicePort port : service.service().ports()) {
            List<KubePod> apart = service.dualPods().stream()
                    .filter(pod -> isApart(pod, port, clients))
                    .toList();
            if (apart.isEmpty()) {
                continue;
            }
            // A sidecar gets none for the first address of its own pod only.
            String own =
                    clients.members().stream().anyMatch(proxy -> apart.stream().anyMatch(pod -> isOwn(pod, proxy)))
                            ? " (their own second address included)"
                            : "";
            String message = "it is headless with both families, and endpoints of pods aren't merged: " + clients + " "
                    + Words.verb(clients.members().size(), "get") + " two listeners for port " + port.number() + " of "
                    + Words.pods(apart) + ", one for each family" + own
                    + ": what one family's endpoint learns of health and load the other doesn't know";
            found.add(Finding.of(
                    code(),
                    Severity.WARNING,
                    scene.subject(service, "spec", "clusterIP"),
                    message,
                    "where clients need no single pods, give the Service a cluster IP; else expect each pod twice"));
        }
    }

    /** Whether listeners of their own wait for calls to the pod's two addresses, but for what is the proxy's own pod. */
    private static boolean isApart(KubePod pod, ServicePort port, Clients clients) {
        return listens(pod, 1, port, clients)
                && (listens(pod, 0, port, clients) || isOwn(pod, clients.view().proxy()));
    }

    private static boolean listens(KubePod pod, int address, ServicePort port, Clients clients) {
        String ip = pod.status().ips().get(address);
        return !clients.binds().at(Place.of(ip, port.number())).isEmpty();
    }

    private static boolean isOwn(KubePod pod, Proxy proxy) {
        return pod.meta().key().equals(proxy.namespace() + "/" + proxy.name());
    }
}
