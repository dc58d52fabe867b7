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
import java.util.Set;

/** Dual stack off and ambient on: services get both families, what catches traffic gets one. */
final class HybridFamilies implements Check {

    @Override
    public String code() {
        return "DS004";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS, Need.ENVIRONMENT);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        boolean hybrid = !scene.mesh().env().dualStack() && scene.mesh().env().flag("PILOT_ENABLE_AMBIENT", false);
        if (!hybrid || clients.mode() != IpMode.DUAL) {
            return;
        }
        clients.view().services().stream()
                .filter(service -> service.addresses().mode() == IpMode.DUAL && isServedAtAll(clients, service))
                .findFirst()
                .ifPresent(service -> found.add(finding(scene, clients, service)));
    }

    private static boolean isServedAtAll(Clients clients, Service service) {
        for (ServicePort port : service.ports()) {
            if (service.addresses().all().stream()
                    .noneMatch(vip ->
                            clients.binds().at(Place.of(vip, port.number())).isEmpty())) {
                return true;
            }
        }
        return clients.view()
                .routedAddressesOf(service)
                .all()
                .containsAll(service.addresses().all());
    }

    private Finding finding(Scene scene, Clients clients, Service service) {
        String message = "PILOT_ENABLE_AMBIENT is on and ISTIO_DUAL_STACK is off: " + clients
                + (clients.members().size() == 1 ? " has" : " have") + " both addresses of " + service.namespace() + "/"
                + service.name()
                + ", but no listener for traffic of the second family that is redirected to them (virtualOutbound and"
                + " virtualInbound have one address)";
        return Finding.of(
                code(),
                Severity.WARNING,
                ControlPlanes.environment(scene).orElseGet(() -> scene.subject(service, "ipFamilyPolicy")),
                message,
                "set ISTIO_DUAL_STACK=true for istiod and in the mesh's defaultConfig.proxyMetadata");
    }
}
