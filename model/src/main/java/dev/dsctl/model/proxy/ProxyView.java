package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.DestinationRules;
import java.util.List;
import java.util.Optional;

/**
 * What one proxy sees of the mesh: the services it can reach, those it serves itself, and its addresses with dual stack already decided.
 * Renderers read this and nothing else. Source: {@code SidecarScope}, pilot/pkg/model/sidecar.go, and {@code Proxy.ServiceTargets}.
 *
 * @param mesh the whole mesh
 * @param proxy the sidecar
 * @param scope what it is let see: the services visible to its namespace, as far as its Sidecar names them
 * @param targets the services the proxy's own workload serves, a target for each port
 */
public record ProxyView(Mesh mesh, Proxy proxy, SidecarScope scope, List<ServiceTarget> targets) {

    /** What a proxy of the mesh sees. */
    public static ProxyView of(Mesh mesh, Proxy proxy) {
        return new ProxyView(mesh, proxy, SidecarScopes.of(mesh, proxy), ServiceTargets.of(mesh, proxy));
    }

    /**
     * All services that the proxy can reach, in Istio's order: what is its namespace's own first, older ones before younger ones.
     */
    public List<Service> services() {
        return scope.services();
    }

    /** The release. */
    public IstioProfile profile() {
        return mesh.profile();
    }

    /**
     * The virtual addresses under which listeners of the proxy expect a service, none for a headless one. An address may stand there
     * twice in releases that do so. Source: {@code GetAddressForProxy} and {@code GetExtraAddressesForProxy},
     * pilot/pkg/model/service.go.
     */
    public Addresses addressesOf(Service service) {
        return addresses().listened(service);
    }

    /**
     * The virtual addresses to which the virtual host of a service answers, none for a headless one. Source:
     * {@code generateVirtualHostDomains}, pilot/pkg/networking/core/httproute.go.
     */
    public Addresses routedAddressesOf(Service service) {
        return addresses().routed(service);
    }

    /** The destination rule by which the proxy is a client of a service. */
    public Optional<DestinationRule> outboundRule(Service service) {
        return mesh.policies()
                .destinationRules()
                .outbound(host(service), new DestinationRules.Client(proxy.namespace(), proxy.workloadLabels()));
    }

    /** The destination rule that holds for what the proxy's own workload serves. */
    public Optional<DestinationRule> inboundRule(Service service) {
        return mesh.policies().destinationRules().inbound(host(service), proxy.namespace());
    }

    private static DestinationRules.Host host(Service service) {
        return new DestinationRules.Host(service.hostname(), service.namespace());
    }

    private ServiceAddresses addresses() {
        return new ServiceAddresses(mesh.settings(), proxy);
    }
}
