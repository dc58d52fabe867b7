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
import dev.dsctl.model.profile.AddressChoices.RouteVips;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A Service has both families, but istiod's dual stack is off: nothing serves its second address. */
final class UnservedVip implements Check {

    @Override
    public String code() {
        return "DS002";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS, Need.ENVIRONMENT);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        if (scene.mesh().env().dualStack() || clients.mode() != IpMode.DUAL) {
            return;
        }
        for (Service service : clients.view().services()) {
            if (service.registry() == Service.Registry.KUBERNETES
                    && service.addresses().mode() == IpMode.DUAL) {
                look(scene, clients, service, found);
            }
        }
    }

    private void look(Scene scene, Clients clients, Service service, Found found) {
        for (String vip : service.addresses().all()) {
            List<Integer> tcp = new ArrayList<>();
            List<Integer> http = new ArrayList<>();
            for (ServicePort port : service.ports()) {
                boolean elsewhere = service.addresses().all().stream()
                        .anyMatch(other -> !clients.binds()
                                .at(Place.of(other, port.number()))
                                .isEmpty());
                if (elsewhere
                        && clients.binds().at(Place.of(vip, port.number())).isEmpty()) {
                    tcp.add(port.number());
                } else if (port.protocol().isHttp()
                        && !scene.mesh().profile().has(RouteVips.PRIMARY)
                        && !clients.view().routedAddressesOf(service).all().contains(vip)) {
                    http.add(port.number());
                }
            }
            if (!tcp.isEmpty() || !http.isEmpty()) {
                found.add(finding(scene, clients, service, message(clients, vip, tcp, http)));
            }
        }
    }

    private static String message(Clients clients, String vip, List<Integer> tcp, List<Integer> http) {
        List<String> lacks = new ArrayList<>();
        if (!tcp.isEmpty()) {
            lacks.add("no listener (" + Words.ports(tcp) + ")");
        }
        if (!http.isEmpty()) {
            lacks.add("no virtual host (" + Words.ports(http) + ")");
        }
        return "it has both families, but istiod's ISTIO_DUAL_STACK is off: " + clients + " has "
                + String.join(" and ", lacks) + " for " + vip
                + ", and calls to that address pass as unknown traffic, without policy or mutual TLS";
    }

    private Finding finding(Scene scene, Clients clients, Service service, String message) {
        String fix =
                "set ISTIO_DUAL_STACK=true for istiod and in the mesh's defaultConfig.proxyMetadata, or give the Service"
                        + " one family";
        return Finding.of(
                code(), Severity.WARNING, scene.subject(service, "ipFamilyPolicy"), plural(message, clients), fix);
    }

    private static String plural(String message, Clients clients) {
        return clients.members().size() == 1 ? message : message.replaceFirst(" has no ", " have no ");
    }
}
