package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.MeshChoices;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Kubernetes Services as Istio takes them. Source: {@code ConvertService}, pilot/pkg/serviceregistry/kube/conversion.go. */
final class KubeServices {

    private static final String DOMAIN = "cluster.local";

    private final MeshSettings settings;
    private final KubeObjects objects;

    private KubeServices(MeshSettings settings, KubeObjects objects) {
        this.settings = settings;
        this.objects = objects;
    }

    /** The services, in no particular order. */
    static List<Service> of(KubeObjects objects, MeshSettings settings) {
        KubeServices services = new KubeServices(settings, objects);
        return objects.services().stream().map(services::service).toList();
    }

    /** The name under which a service is known throughout the mesh. */
    static String hostname(String name, String namespace) {
        return name + "." + namespace + ".svc." + DOMAIN;
    }

    private Service service(KubeService service) {
        ObjectMeta meta = service.meta();
        return new Service(
                hostname(meta.name(), meta.namespace()),
                meta.name(),
                meta.namespace(),
                Service.Registry.KUBERNETES,
                service.isHeadless() ? Addresses.NONE : new Addresses(service.clusterIps()),
                Addresses.NONE,
                service.ports().stream().map(this::port).toList(),
                resolution(service),
                service.isExternalName(),
                meta.creation(),
                meta.labels(),
                service.selector(),
                exportTo(meta),
                serviceAccounts(meta),
                List.of(),
                kubernetes(service),
                meta.source());
    }

    private ServicePort port(KubeService.Port port) {
        Protocol protocol = PortProtocol.of(port, settings.profile().choice(MeshChoices.KubernetesProtocolNames.class));
        return new ServicePort(port.name(), port.number(), protocol, port.transport(), port.target());
    }

    private Resolution resolution(KubeService service) {
        if (service.isHeadless()) {
            return Resolution.PASSTHROUGH;
        }
        return service.isExternalName() ? externalName() : Resolution.CLIENT_SIDE_LB;
    }

    private Resolution externalName() {
        boolean alias = switch (settings.profile().choice(MeshChoices.ExternalNames.class)) {
            case DNS -> false;
            case ALIAS_WHEN_ENABLED -> settings.env().flag("ENABLE_EXTERNAL_NAME_ALIAS", false);
            case ALIAS_UNLESS_DISABLED -> settings.env().flag("ENABLE_EXTERNAL_NAME_ALIAS", true);
            case ALIAS -> true;
        };
        return alias ? Resolution.ALIAS : Resolution.DNS;
    }

    private Service.Kubernetes kubernetes(KubeService service) {
        KubeService.Traffic traffic = service.traffic();
        return new Service.Kubernetes(
                service.type(),
                service.isExternalName() ? service.externalName() : "",
                traffic.local(),
                traffic.publishNotReady(),
                TrafficDistributions.of(
                        traffic.distribution(),
                        service.meta(),
                        objects.namespaces().get(service.meta().namespace()),
                        settings.profile().choice(MeshChoices.TrafficDistributions.class)),
                false);
    }

    private Set<String> exportTo(ObjectMeta meta) {
        Set<String> namespaces = new LinkedHashSet<>();
        for (String namespace : listed(meta.annotation("networking.istio.io/exportTo"))) {
            namespaces.add(
                    switch (settings.profile().choice(MeshChoices.ExportToLists.class)) {
                        case VERBATIM -> namespace;
                        case TRIMMED -> namespace.strip();
                    });
        }
        return namespaces;
    }

    private List<String> serviceAccounts(ObjectMeta meta) {
        List<String> identities = new ArrayList<>(listed(meta.annotation("alpha.istio.io/canonical-serviceaccounts")));
        for (String account : listed(meta.annotation("alpha.istio.io/kubernetes-serviceaccounts"))) {
            identities.add(settings.spiffe(meta.namespace(), account));
        }
        return List.copyOf(identities);
    }

    private static List<String> listed(String annotation) {
        return annotation.isEmpty() ? List.of() : List.of(annotation.split(",", -1));
    }
}
