package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.AddressChoices.RouteVips;
import dev.dsctl.model.profile.ReleaseHistory;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Virtual hosts answer to a Service's first address only. */
final class RoutedVips implements Check {

    @Override
    public String code() {
        return "DS021";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        boolean inQuestion = scene.mesh().profile().has(RouteVips.PRIMARY)
                && scene.mesh().env().dualStack()
                && clients.mode() == IpMode.DUAL;
        if (!inQuestion) {
            return;
        }
        Set<String> domains = null;
        for (Service service : clients.view().services()) {
            boolean http = service.registry() == Service.Registry.KUBERNETES
                    && service.addresses().mode() == IpMode.DUAL
                    && service.ports().stream().anyMatch(port -> port.protocol().isHttp());
            if (!http) {
                continue;
            }
            domains = domains == null ? domains(clients) : domains;
            String second = service.addresses().all().get(1);
            List<Integer> ports = ports(service, domains, second);
            if (!ports.isEmpty()) {
                found.add(finding(scene, clients, service, ports));
            }
        }
    }

    private static Set<String> domains(Clients clients) {
        Set<String> domains = new HashSet<>();
        clients.routes().forEach(route -> {
            for (VirtualHost host : route.getVirtualHostsList()) {
                domains.addAll(host.getDomainsList());
            }
        });
        return domains;
    }

    private static List<Integer> ports(Service service, Set<String> domains, String vip) {
        String host = vip.indexOf(':') < 0 ? vip : "[" + vip + "]";
        return service.ports().stream()
                .filter(port -> port.protocol().isHttp() && !domains.contains(host + ":" + port.number()))
                .map(ServicePort::number)
                .filter(port -> !domains.contains(host))
                .toList();
    }

    private Finding finding(Scene scene, Clients clients, Service service, List<Integer> ports) {
        String second = service.addresses().all().get(1);
        String message = "no virtual host of " + clients + " answers to " + second
                + ", its second address: HTTP requests to it ("
                + Words.ports(ports)
                + ") pass as unknown traffic, without routes or mutual TLS, and policies that ask for an"
                + " identity refuse them";
        return Finding.of(
                        code(),
                        Severity.WARNING,
                        scene.subject(service, "ipFamilies"),
                        message,
                        "call the Service by its name, or run a release that is mended")
                .mendedIn(ReleaseHistory.endOf(
                        profile -> profile.has(RouteVips.PRIMARY), scene.mesh().profile()));
    }
}
