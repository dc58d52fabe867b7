package dev.dsctl.cli.design;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service looks like, whatever it is called.
 *
 * @param families of its addresses, in order; none for a headless one
 * @param ports its ports
 * @param pods how many pods are behind it
 */
public record ServiceShape(List<IpFamily> families, List<Port> ports, int pods) {

    /** An HTTP and a TCP port on two addresses, with two pods. */
    public static final List<ServiceShape> BUILT_IN = List.of(new ServiceShape(
            List.of(IpFamily.IPV6, IpFamily.IPV4),
            List.of(new Port("http", 8080, "TCP"), new Port("tcp", 9000, "TCP")),
            2));

    /**
     * A port of a service.
     *
     * @param name tells the protocol
     * @param number where it listens
     * @param transport {@code TCP} or {@code UDP}
     */
    record Port(String name, int number, String transport) {}

    /** Those of a mesh's services, as far as they are Kubernetes'. */
    public static List<ServiceShape> of(Mesh mesh) {
        List<ServiceShape> shapes = new ArrayList<>();
        for (Service service : mesh.services()) {
            if (service.registry() == Service.Registry.KUBERNETES
                    && service.kubernetes().externalName().isEmpty()
                    && !service.ports().isEmpty()) {
                shapes.add(new ServiceShape(
                        service.addresses().all().stream().map(IpFamily::of).toList(),
                        service.ports().stream()
                                .map(port -> new Port(port.name(), port.number(), port.transport()))
                                .toList(),
                        pods(mesh, service)));
            }
        }
        return shapes;
    }

    private static int pods(Mesh mesh, Service service) {
        ServicePort first = service.ports().get(0);
        List<String> addresses = mesh.endpointsOf(service).stream()
                .filter(endpoint -> endpoint.servicePortName().equals(first.name()))
                .map(Endpoint::addresses)
                .map(each -> each.primary())
                .toList();
        long ipv6 = addresses.stream()
                .filter(address -> IpFamily.of(address) == IpFamily.IPV6)
                .count();
        return (int) Math.max(ipv6, addresses.size() - ipv6);
    }
}
