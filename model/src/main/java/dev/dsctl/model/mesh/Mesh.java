package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubeReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.MeshChoices;
import dev.dsctl.model.proxy.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything istiod would know: services, their endpoints, the sidecars, and the settings. Source: {@code PushContext},
 * pilot/pkg/model/push_context.go.
 *
 * @param settings the release, istiod's environment, the mesh's settings
 * @param services oldest first, then by name and namespace (Istio's order, {@code SortServicesByCreationTime})
 * @param endpoints by service key (see {@link #key})
 * @param proxies the sidecars, by namespace and name
 * @param kubernetesServices Kubernetes' services by namespace, each in the order of {@code services}
 * @param policies Istio's own resources that change what proxies get
 */
public record Mesh(
        MeshSettings settings,
        List<Service> services,
        Map<String, List<Endpoint>> endpoints,
        List<Proxy> proxies,
        Map<String, List<Service>> kubernetesServices,
        Policies policies) {

    /** The mesh that the manifests describe; what is wrong with them goes to {@code problems}. */
    public static Mesh of(Manifests manifests, MeshSettings settings, Problems problems) {
        KubeObjects objects = KubeReader.read(manifests, problems);
        PodWorkloads workloads = new PodWorkloads(objects, settings);
        List<Service> services = new ArrayList<>(KubeServices.of(objects, settings));
        services.sort(order(settings.profile()));
        Map<String, List<Endpoint>> endpoints = new HashMap<>(KubeEndpoints.of(objects, workloads, settings));
        endpoints.putAll(ExternalNames.of(services));
        return new Mesh(
                settings,
                Aliases.resolved(services),
                endpoints,
                Sidecars.of(objects, workloads, settings),
                services.stream()
                        .filter(s -> s.registry() == Service.Registry.KUBERNETES)
                        .collect(Collectors.groupingBy(Service::namespace)),
                Policies.of(manifests, settings, problems));
    }

    private static Comparator<Service> order(IstioProfile profile) {
        Comparator<Service> oldestFirst = Comparator.comparing(Service::creation);
        return switch (profile.choice(MeshChoices.ServiceOrder.class)) {
            case NAME_DOT_NAMESPACE -> oldestFirst.thenComparing(s -> s.name() + "." + s.namespace());
            case NAME_THEN_NAMESPACE -> oldestFirst.thenComparing(Service::name).thenComparing(Service::namespace);
        };
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

    /** All endpoints of a service, in the order istiod holds them. */
    public List<Endpoint> endpointsOf(Service service) {
        return endpoints.getOrDefault(key(service), List.of());
    }

    /** The Kubernetes services of a namespace, oldest first. */
    public List<Service> kubernetesServicesIn(String namespace) {
        return kubernetesServices.getOrDefault(namespace, List.of());
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
