package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Binds;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.AddressChoices.PrimaryVip;
import dev.dsctl.model.profile.ReleaseHistory;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Service with IPv6 first loses its IPv6 address: its listener has the IPv4 one twice. */
final class RepeatedVip implements Check {

    @Override
    public String code() {
        return "DS001";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        if (clients.mode() != IpMode.DUAL || !scene.mesh().profile().has(PrimaryVip.PROXY_FAMILY_IPV4_FIRST)) {
            return;
        }
        Map<Service, List<Integer>> ports = new LinkedHashMap<>();
        for (Listener listener : clients.listeners()) {
            service(listener, scene)
                    .ifPresent(service -> ports.computeIfAbsent(service, s -> new ArrayList<>())
                            .add(listener.getAddress().getSocketAddress().getPortValue()));
        }
        ports.forEach((service, numbers) -> found.add(finding(scene, clients, service, numbers)));
    }

    /** The service with IPv6 first whose listener has the same address twice. */
    static Optional<Service> service(Listener listener, Scene scene) {
        List<Binds.Place> places = Binds.places(listener);
        if (places.size() < 2 || Set.copyOf(places).size() == places.size()) {
            return Optional.empty();
        }
        return scene.owner(places.get(0).address(), places.get(0).port())
                .filter(service -> service.addresses().mode() == IpMode.DUAL
                        && IpFamily.of(service.addresses().primary()) == IpFamily.IPV6);
    }

    private Finding finding(Scene scene, Clients clients, Service service, List<Integer> ports) {
        List<String> vips = service.addresses().all();
        String field = service.registry() == Service.Registry.KUBERNETES ? "ipFamilies" : "addresses";
        String message = "it has IPv6 first, and Istio "
                + scene.mesh().profile().release() + " makes a listener of it that has " + vips.get(1) + " twice and "
                + vips.get(0) + " never: connections of " + clients + " to [" + vips.get(0) + "], " + Words.ports(ports)
                + ", pass as unknown traffic, without policy, mutual TLS or load balancing";
        String fix = "put IPv4 first in " + field + ", or run a release that is mended";
        return Finding.of(code(), Severity.ERROR, scene.subject(service, field), message, fix)
                .mendedIn(ReleaseHistory.endOf(
                        profile -> profile.has(PrimaryVip.PROXY_FAMILY_IPV4_FIRST),
                        scene.mesh().profile()));
    }
}
