package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.profile.EntryChoices.ListedEndpoints;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.MeshChoices;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.schema.ReleaseFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything istiod would know: services, their endpoints, the sidecars, and the settings. Source: {@code PushContext},
 * pilot/pkg/model/push_context.go.
 *
 * @param settings the release, istiod's environment, the mesh's settings
 * @param services oldest first, then by name and namespace (Istio's order, {@code SortServicesByCreationTime})
 * @param endpoints by service key (see {@link #key})
 * @param proxies the sidecars, by namespace and name
 * @param index the services by namespace and by host
 * @param policies Istio's own resources that change what proxies get
 */
public record Mesh(
        MeshSettings settings,
        List<Service> services,
        Map<String, List<Endpoint>> endpoints,
        List<Proxy> proxies,
        ServiceIndex index,
        Policies policies) {

    /** The mesh that the manifests describe; what is wrong with them goes to {@code problems}. */
    public static Mesh of(Manifests manifests, MeshSettings settings, Problems problems) {
        return MeshBuilder.build(
                ReleaseFields.known(manifests, settings.profile(), problems), settings.known(problems), problems);
    }

    /** The release. */
    public IstioProfile profile() {
        return settings.profile();
    }

    /** istiod's environment. */
    public PilotEnv env() {
        return settings.env();
    }

    /** The mesh's settings. */
    public MeshConfig config() {
        return settings.config();
    }

    /** {@code namespace/hostname}. */
    public static String key(Service service) {
        return service.namespace() + "/" + service.hostname();
    }

    /** All endpoints of a service that proxies may hear of, in the order istiod holds them. */
    public List<Endpoint> endpointsOf(Service service) {
        if (isHidden(service)) {
            return List.of();
        }
        List<Endpoint> known = knownEndpointsOf(service);
        return profile().has(MeshChoices.UnreadyEndpoints.UNUSED)
                ? known.stream()
                        .filter(e -> e.health() != Endpoint.Health.UNUSED)
                        .toList()
                : known;
    }

    /** All endpoints of a service that istiod knows, even if it tells nobody. */
    public List<Endpoint> knownEndpointsOf(Service service) {
        return endpoints.getOrDefault(key(service), List.of());
    }

    /** Source: {@code serviceNeedsPush}, pilot/pkg/serviceregistry/kube/controller/endpointslice.go. */
    private boolean isHidden(Service service) {
        return switch (profile().choice(MeshChoices.HiddenServices.class)) {
            case WITH_ENDPOINTS -> false;
            case WITHOUT_ENDPOINTS ->
                service.registry() == Service.Registry.KUBERNETES
                        && service.exportTo().contains("~");
        };
    }

    /** The endpoints that a cluster for a port lists itself, rather than being told by istiod later. */
    public List<Endpoint> listedEndpointsOf(Service service, ServicePort port) {
        ListedEndpoints by = profile().choice(ListedEndpoints.class);
        return endpointsOf(service).stream()
                .filter(endpoint -> switch (by) {
                    case BY_NUMBER ->
                        endpoint.servicePort() > 0
                                ? endpoint.servicePort() == port.number()
                                : endpoint.servicePortName().equals(port.name());
                    case BY_NAME -> endpoint.servicePortName().equals(port.name());
                })
                .toList();
    }

    /**
     * The service that a setting names, when exactly one has that name.
     *
     * @param reference {@code hostname} or {@code namespace/hostname}. Source: {@code LookupCluster}, pilot/pkg/model/telemetry_logging.go
     */
    public Optional<Service> serviceNamed(String reference) {
        int slash = reference.indexOf('/');
        String hostname = reference.substring(slash + 1);
        List<Service> found = services.stream()
                .filter(s -> s.hostname().equals(hostname))
                .filter(s -> slash < 0 || s.namespace().equals(reference.substring(0, slash)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The sidecar of a pod, when it has one. */
    public Optional<Proxy> proxy(String namespace, String name) {
        return proxies.stream()
                .filter(p -> p.name().equals(name) && p.namespace().equals(namespace))
                .findFirst();
    }
}
