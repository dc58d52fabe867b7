package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.AddressChoices.FamilyDesign;
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
 * @param families for which families this view is
 */
public record ProxyView(Mesh mesh, Proxy proxy, SidecarScope scope, List<ServiceTarget> targets, Families families) {

    /** What a proxy of the mesh sees. */
    public static ProxyView of(Mesh mesh, Proxy proxy) {
        return of(mesh, proxy, SidecarScopes.of(mesh, proxy));
    }

    /** What a proxy sees whose scope is known because it is that of its client. */
    public static ProxyView of(Mesh mesh, Proxy proxy, SidecarScope scope) {
        return new ProxyView(mesh, proxy, scope, ServiceTargets.of(mesh, proxy), Families.TOGETHER);
    }

    /** What a client sees: all that it calls, and nothing that it serves. */
    public static ProxyView of(Mesh mesh, Client client) {
        return of(mesh, client, SidecarScopes.of(mesh, client.proxy().namespace(), client.sidecar()));
    }

    /** What a client sees whose scope is known because another of its namespace has the same Sidecar. */
    public static ProxyView of(Mesh mesh, Client client, SidecarScope scope) {
        return new ProxyView(mesh, client.proxy(), scope, List.of(), Families.TOGETHER);
    }

    /** The views that are rendered beside each other: this one, or one for each family. This is where the design is decided. */
    public List<ProxyView> perFamily() {
        return switch (profile().choice(FamilyDesign.class)) {
            case MULTI_ADDRESS -> List.of(this);
            case PER_FAMILY -> List.of(of(Families.IPV4), of(Families.IPV6));
        };
    }

    private ProxyView of(Families others) {
        return new ProxyView(mesh, proxy, scope, targets, others);
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
        Addresses all = addresses().listened(service);
        return families.one()
                .map(family -> services(family).listened(service, all))
                .orElse(all);
    }

    /** Whether the proxy listens for a service in these families. */
    public boolean listensFor(Service service) {
        return families == Families.TOGETHER || !addressesOf(service).isEmpty();
    }

    /** Whether a service has clusters of these families. */
    public boolean hasClustersOf(Service service) {
        return families.one().map(family -> services(family).clustered(service)).orElse(true);
    }

    /** Whether requests to a service are routed in these families. */
    public boolean routes(Service service) {
        return families.one().map(family -> services(family).routed(service)).orElse(true);
    }

    /** Whether a VirtualService's routes in these families may lead to a service. */
    public boolean leadsTo(Service service) {
        return families.one().map(family -> services(family).led(service)).orElse(true);
    }

    /** Whether a host that a VirtualService names can be routed: where each family has routes of its own only if it is known. */
    public boolean mayRoute(String host) {
        return families == Families.TOGETHER || !mesh.index().named(host).isEmpty();
    }

    /** Whether an endpoint of a service is one of these families. */
    public boolean reaches(Service service, Endpoint endpoint) {
        return families.one()
                .map(family -> services(family).ends(service, endpoint))
                .orElse(true);
    }

    /**
     * The virtual addresses to which the virtual host of a service answers, none for a headless one. Source:
     * {@code generateVirtualHostDomains}, pilot/pkg/networking/core/httproute.go.
     */
    public Addresses routedAddressesOf(Service service) {
        Addresses all = addresses().routed(service);
        return families.one()
                .map(family -> services(family).routed(service, all))
                .orElse(all);
    }

    /** The destination rule by which the proxy is a client of a service. */
    public Optional<DestinationRule> outboundRule(Service service) {
        return mesh.policies()
                .destinationRules()
                .outbound(host(service), new DestinationRules.Client(proxy.namespace(), proxy.workloadLabels()));
    }

    /** The destination rule that holds for what the proxy's own workload serves; none unless the proxy sees that service. */
    public Optional<DestinationRule> inboundRule(Service service) {
        boolean sees = services().stream().anyMatch(s -> s.hostname().equals(service.hostname()));
        return sees ? mesh.policies().destinationRules().inbound(host(service), proxy.namespace()) : Optional.empty();
    }

    private static DestinationRules.Host host(Service service) {
        return new DestinationRules.Host(service.hostname(), service.namespace());
    }

    private FamilyServices services(IpFamily family) {
        return new FamilyServices(this, family);
    }

    private ServiceAddresses addresses() {
        return new ServiceAddresses(mesh.settings(), proxy);
    }
}
