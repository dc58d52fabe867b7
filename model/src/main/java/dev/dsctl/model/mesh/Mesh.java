package dev.dsctl.model.mesh;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.proxy.Proxy;
import java.util.List;
import java.util.Map;

/**
 * Everything istiod would know: services, their endpoints, the sidecars, and the settings. Source: {@code PushContext},
 * pilot/pkg/model/push_context.go.
 *
 * @param profile the release
 * @param env istiod's environment
 * @param config the mesh's settings
 * @param services by creation time, then name and namespace (Istio's order, {@code SortServicesByCreationTime})
 * @param endpoints by service key (see {@link #key})
 * @param proxies the sidecars, by namespace and name
 */
public record Mesh(
        IstioProfile profile,
        PilotEnv env,
        MeshConfig config,
        List<Service> services,
        Map<String, List<Endpoint>> endpoints,
        List<Proxy> proxies) {

    /** {@code namespace/hostname}. */
    public static String key(Service service) {
        return service.namespace() + "/" + service.hostname();
    }

    /** All endpoints of a service, in the order istiod holds them. */
    public List<Endpoint> endpointsOf(Service service) {
        return endpoints.getOrDefault(key(service), List.of());
    }
}
