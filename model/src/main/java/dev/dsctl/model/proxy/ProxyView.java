package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.IstioProfile;
import java.util.List;

/**
 * What one proxy sees of the mesh: the services it can reach, those it serves itself, and its addresses with dual stack already decided.
 * Renderers read this and nothing else. Source: {@code SidecarScope}, pilot/pkg/model/sidecar.go, and {@code Proxy.ServiceTargets}.
 *
 * @param mesh the whole mesh
 * @param proxy the sidecar
 * @param services services visible to the proxy, in the mesh's order
 * @param targets the services the proxy's own workload serves, a target for each port
 */
public record ProxyView(Mesh mesh, Proxy proxy, List<Service> services, List<ServiceTarget> targets) {

    /** The release. */
    public IstioProfile profile() {
        return mesh.profile();
    }

    /**
     * The virtual addresses under which the proxy reaches a service, none for a headless one. Source: {@code GetAddressForProxy} and
     * {@code GetExtraAddressesForProxy}, pilot/pkg/model/service.go.
     */
    public Addresses addressesOf(Service service) {
        return mesh.env().dualStack()
                ? service.addresses()
                : service.addresses().primaryOnly();
    }
}
