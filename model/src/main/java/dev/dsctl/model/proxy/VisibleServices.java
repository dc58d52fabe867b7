package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.MeshChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The services that a namespace sees, by {@code exportTo}. Source: {@code initServiceRegistry} and
 * {@code servicesExportedToNamespace}, pilot/pkg/model/push_context.go.
 */
final class VisibleServices {

    private static final String EVERYWHERE = "*";
    private static final String OWN = ".";
    private static final String NOWHERE = "~";

    private VisibleServices() {}

    /** In Istio's order: what is the namespace's own or exported to it comes before what everybody sees. */
    static List<Service> of(Mesh mesh, String namespace) {
        List<Service> own = new ArrayList<>();
        List<Service> exported = new ArrayList<>();
        List<Service> everywhere = new ArrayList<>();
        Set<String> defaults = mesh.config().defaultServiceExportTo();
        for (Service service : mesh.services()) {
            switch (reach(service, defaults, namespace, mesh.profile().choice(MeshChoices.ServiceExports.class))) {
                case OWN -> own.add(service);
                case EXPORTED -> exported.add(service);
                case EVERYWHERE -> everywhere.add(service);
                case HIDDEN -> {
                    // Nothing to add.
                }
            }
        }
        own.addAll(exported);
        own.addAll(everywhere);
        return List.copyOf(own);
    }

    /** Whether a namespace sees a service. */
    static boolean isVisible(Mesh mesh, Service service, String namespace) {
        Set<String> defaults = mesh.config().defaultServiceExportTo();
        MeshChoices.ServiceExports exports = mesh.profile().choice(MeshChoices.ServiceExports.class);
        return reach(service, defaults, namespace, exports) != Reach.HIDDEN;
    }

    private enum Reach {
        OWN,
        EXPORTED,
        EVERYWHERE,
        HIDDEN
    }

    private static Reach reach(
            Service service, Set<String> defaults, String namespace, MeshChoices.ServiceExports exports) {
        return switch (exports) {
            case PRIVATE_FIRST ->
                service.exportTo().isEmpty()
                        ? byDefault(service, defaults, namespace)
                        : declared(service, service.exportTo(), namespace);
            case PRIVATE_AND_EXPORTED -> {
                Reach reach =
                        declared(service, service.exportTo().isEmpty() ? defaults : service.exportTo(), namespace);
                yield reach == Reach.OWN ? Reach.EXPORTED : reach;
            }
        };
    }

    private static Reach byDefault(Service service, Set<String> defaults, String namespace) {
        if (defaults.contains(OWN)) {
            return service.namespace().equals(namespace) ? Reach.OWN : Reach.HIDDEN;
        }
        return defaults.contains(EVERYWHERE) ? Reach.EVERYWHERE : Reach.HIDDEN;
    }

    private static Reach declared(Service service, Set<String> exportTo, String namespace) {
        if (exportTo.contains(EVERYWHERE)) {
            return Reach.EVERYWHERE;
        }
        if (exportTo.contains(NOWHERE)) {
            return Reach.HIDDEN;
        }
        if (service.namespace().equals(namespace)) {
            return exportTo.contains(OWN) || exportTo.contains(namespace) ? Reach.OWN : Reach.HIDDEN;
        }
        return exportTo.contains(namespace) ? Reach.EXPORTED : Reach.HIDDEN;
    }
}
