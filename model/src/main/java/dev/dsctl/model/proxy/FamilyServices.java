package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import java.util.List;

/**
 * Which services have resources of one family. Source: {@code GetServiceAddressesForProxy}, pilot/pkg/model/service.go, {@code
 * buildOutboundClusters}, pilot/pkg/networking/core/v1alpha3/cluster.go, {@code buildSidecarVirtualHostsForService},
 * pilot/pkg/networking/core/v1alpha3/route/route.go, and pilot/pkg/xds/eds.go, all of the branch experimental-dual-stack.
 */
final class FamilyServices {

    private static final Addresses ANY = Addresses.of(ListenAddresses.ANY_IPV4, ListenAddresses.ANY_IPV6);

    private final ProxyView view;
    private final IpFamily family;

    FamilyServices(ProxyView view, IpFamily family) {
        this.view = view;
        this.family = family;
    }

    /**
     * Under which of a service's addresses listeners of this family expect it, whatever families the proxy has. One that has none is
     * expected at any address; nobody is told of those that only a ServiceEntry knows.
     */
    Addresses listened(Service service, Addresses addresses) {
        if (view.mesh().env().dualStack() && service.registry() == Service.Registry.SERVICE_ENTRY) {
            return Addresses.NONE;
        }
        if (!addresses.isEmpty()) {
            return addresses.of(family);
        }
        boolean expected = family == IpFamily.IPV4 || proxyHasIpv6();
        return expected ? ANY.of(family) : Addresses.NONE;
    }

    /** Whether it has clusters of this family. A proxy without IPv6 reaches every address by those for IPv4. */
    boolean clustered(Service service) {
        boolean kubernetes = service.registry() == Service.Registry.KUBERNETES;
        if (kubernetes && service.addresses().isEmpty()) {
            return true;
        }
        Addresses own = own(service);
        boolean ipv6 = own.has(IpFamily.IPV6) && separates();
        return switch (family) {
            case IPV4 -> own.has(IpFamily.IPV4) || !ipv6;
            case IPV6 -> ipv6;
        };
    }

    /** Whether route configurations of this family tell of it. */
    boolean routed(Service service) {
        boolean foreign =
                service.addresses().all().size() == 1 && !service.addresses().has(family);
        return clustered(service) && !(foreign && view.mesh().env().dualStack());
    }

    /** To which of its addresses a service's virtual host answers: nobody is told of those that only a ServiceEntry knows. */
    Addresses routed(Service service, Addresses addresses) {
        boolean unknown = view.mesh().env().dualStack() && service.registry() == Service.Registry.SERVICE_ENTRY;
        return unknown ? Addresses.NONE : addresses;
    }

    /** Whether route configurations of this family may lead to it when a VirtualService names it. */
    boolean led(Service service) {
        boolean anywhere = family == IpFamily.IPV4
                && (service.addresses().isEmpty() || !view.mesh().env().dualStack());
        return anywhere || service.addresses().has(family);
    }

    /** Whether an endpoint belongs to clusters of this family: all do that belong to a service with one address. */
    boolean ends(Service service, Endpoint endpoint) {
        boolean kubernetes = service.registry() == Service.Registry.KUBERNETES;
        Addresses own = kubernetes ? service.addresses() : own(service);
        boolean separate = service.addresses().isEmpty()
                ? own.mode() == IpMode.DUAL
                : own.all().size() > 1;
        return !separate || endpoint.addresses().has(family);
    }

    /** The addresses of a service from outside Kubernetes that has none are those of its endpoints, else any. */
    private Addresses own(Service service) {
        if (!service.addresses().isEmpty()) {
            return service.addresses();
        }
        List<String> ends = view.mesh().endpointsOf(service).stream()
                .flatMap(endpoint -> endpoint.addresses().all().stream())
                .toList();
        return ends.isEmpty() ? ANY : new Addresses(ends);
    }

    private boolean separates() {
        return view.mesh().env().dualStack() && proxyHasIpv6();
    }

    private boolean proxyHasIpv6() {
        return view.proxy().addresses().has(IpFamily.IPV6);
    }
}
