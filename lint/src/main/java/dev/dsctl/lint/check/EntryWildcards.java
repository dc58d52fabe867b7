package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Binds.Place;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ListenerChoices.ExternalWildcards;
import dev.dsctl.model.profile.ReleaseHistory;
import dev.dsctl.model.proxy.ListenAddresses;
import java.util.List;
import java.util.Set;

/** A ServiceEntry without addresses is listened for on IPv4 only. */
final class EntryWildcards implements Check {

    @Override
    public String code() {
        return "DS017";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        if (clients.mode() != IpMode.DUAL || !scene.mesh().env().dualStack()) {
            return;
        }
        for (Service service : clients.view().services()) {
            boolean anywhere = service.registry() == Service.Registry.SERVICE_ENTRY
                    && clients.view().addressesOf(service).isEmpty();
            List<Integer> ports = service.ports().stream()
                    .filter(port -> anywhere && !port.protocol().isHttp())
                    .map(ServicePort::number)
                    .filter(port -> isOnIpv4Only(clients, port))
                    .toList();
            if (!ports.isEmpty()) {
                found.add(finding(scene, clients, service, ports));
            }
        }
    }

    private static boolean isOnIpv4Only(Clients clients, int port) {
        return !clients.binds().at(Place.of(ListenAddresses.ANY_IPV4, port)).isEmpty()
                && clients.binds().at(Place.of(ListenAddresses.ANY_IPV6, port)).isEmpty();
    }

    private Finding finding(Scene scene, Clients clients, Service service, List<Integer> ports) {
        boolean all = scene.mesh().config().listeners().allowsUnknownDestinations();
        String message = clients + " " + Words.verb(clients.members().size(), "listen") + " for " + Words.ports(ports)
                + " of " + service.hostname() + " on 0.0.0.0 but not on [::]: IPv6 connections to it "
                + (all ? "pass as unknown traffic" : "are dropped, as the mesh allows known destinations only");
        return Finding.of(
                        code(),
                        Severity.WARNING,
                        scene.subject(service, "ports"),
                        message,
                        "give the entry its IPv6 addresses in an entry of its own, or run a release that is mended")
                .mendedIn(ReleaseHistory.endOf(
                        profile -> !profile.has(ExternalWildcards.ALL_FAMILIES),
                        scene.mesh().profile()));
    }
}
