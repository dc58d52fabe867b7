package dev.dsctl.model.mesh;

import dev.dsctl.model.entry.ServiceEntry;
import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.kube.PortReference;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.EntryChoices;
import dev.dsctl.model.profile.MeshChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The services that a ServiceEntry stands for. Source: {@code convertServices},
 * pilot/pkg/serviceregistry/serviceentry/conversion.go.
 */
final class EntryServices {

    private final MeshSettings settings;
    private final Map<String, ObjectMeta> namespaces;

    EntryServices(MeshSettings settings, Map<String, ObjectMeta> namespaces) {
        this.settings = settings;
        this.namespaces = namespaces;
    }

    /** For each host one, or one for each of the entry's addresses. */
    List<Service> of(ServiceEntry entry) {
        List<Service> services = new ArrayList<>();
        for (String host : entry.hosts()) {
            if (!isUnknown(entry)) {
                addressSets(entry, host).forEach(vips -> services.add(service(entry, host, vips)));
            }
        }
        return services;
    }

    private boolean isUnknown(ServiceEntry entry) {
        return entry.resolution() == ServiceEntry.Resolution.DYNAMIC_DNS
                && switch (settings.profile().choice(EntryChoices.DynamicDns.class)) {
                    case UNKNOWN -> true;
                    case KNOWN -> false;
                };
    }

    /** The addresses of each service that a host makes. */
    private List<Vips> addressSets(ServiceEntry entry, String host) {
        List<String> own = new ArrayList<>();
        for (String address : entry.addresses()) {
            if (IpLiteral.isAddressOrCidr(address)) {
                own.add(withoutFullMask(address));
            }
        }
        List<String> assigned = isAssignable(entry) ? entry.assigned().getOrDefault(host, List.of()) : List.of();
        boolean countAsOwn = settings.profile().has(EntryChoices.AssignedAddresses.AS_OWN_IF_ENABLED);
        Addresses instead = Addresses.NONE;
        if (settings.assignsAddresses() && countAsOwn) {
            own.addAll(assigned);
        } else if (settings.assignsAddresses()) {
            instead = eachFamily(assigned);
        }
        if (own.isEmpty()) {
            return entry.addresses().isEmpty() ? List.of(new Vips(Addresses.NONE, instead)) : List.of();
        }
        return switch (settings.profile().choice(EntryChoices.EntryAddresses.class)) {
            case SERVICE_PER_ADDRESS ->
                own.stream()
                        .map(address -> new Vips(Addresses.of(address), Addresses.NONE))
                        .toList();
            case SERVICE_PER_HOST -> List.of(new Vips(new Addresses(own), Addresses.NONE));
        };
    }

    /** Source: {@code shouldV2AutoAllocateIPFromPieces}, pilot/pkg/networking/serviceentry/ip_autoallocation.go. */
    private static boolean isAssignable(ServiceEntry entry) {
        return entry.addresses().isEmpty()
                && entry.resolution() != ServiceEntry.Resolution.NONE
                && !entry.meta()
                        .label("networking.istio.io/enable-autoallocate-ip")
                        .equalsIgnoreCase("false");
    }

    /** IPv4 before IPv6; of several addresses of a family the last one. */
    private static Addresses eachFamily(List<String> assigned) {
        Addresses all = new Addresses(assigned);
        List<String> chosen = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            List<String> ofFamily = all.of(family).all();
            if (!ofFamily.isEmpty()) {
                chosen.add(ofFamily.get(ofFamily.size() - 1));
            }
        }
        return new Addresses(chosen);
    }

    private static String withoutFullMask(String address) {
        int slash = address.indexOf('/');
        boolean full = address.endsWith("/128") || (address.endsWith("/32") && address.indexOf(':') < 0);
        return full ? address.substring(0, slash) : address;
    }

    private Service service(ServiceEntry entry, String host, Vips vips) {
        ObjectMeta meta = entry.meta();
        return new Service(
                host,
                host,
                meta.namespace(),
                Service.Registry.SERVICE_ENTRY,
                vips.addresses,
                vips.assigned,
                entry.ports().stream().map(EntryServices::port).toList(),
                resolution(entry.resolution()),
                entry.location() == ServiceEntry.Location.MESH_EXTERNAL,
                meta.creation(),
                labels(entry),
                entry.selector().orElse(Map.of()),
                entry.exportTo(),
                entry.subjectAltNames(),
                List.of(),
                kubernetes(meta),
                meta.source());
    }

    private static ServicePort port(ServiceEntry.Port port) {
        Protocol protocol = Protocol.named(port.protocol());
        return new ServicePort(port.name(), port.number(), protocol, "TCP", PortReference.of(port.targetPort()));
    }

    private static Resolution resolution(ServiceEntry.Resolution resolution) {
        return switch (resolution) {
            case NONE -> Resolution.PASSTHROUGH;
            case STATIC -> Resolution.CLIENT_SIDE_LB;
            case DNS -> Resolution.DNS;
            case DNS_ROUND_ROBIN -> Resolution.DNS_ROUND_ROBIN;
            case DYNAMIC_DNS -> Resolution.DYNAMIC_DNS;
        };
    }

    private Map<String, String> labels(ServiceEntry entry) {
        Map<String, String> labels = entry.meta().labels();
        boolean canonical = entry.location() == ServiceEntry.Location.MESH_EXTERNAL
                && settings.env().flag("LABEL_CANONICAL_SERVICES_FOR_MESH_EXTERNAL_SERVICE_ENTRIES", false);
        return canonical ? CanonicalLabels.added(labels, entry.meta().name()) : labels;
    }

    private Service.Kubernetes kubernetes(ObjectMeta meta) {
        Service.TrafficDistribution distribution = TrafficDistributions.of(
                "",
                meta,
                namespaces.get(meta.namespace()),
                settings.profile().choice(MeshChoices.TrafficDistributions.class));
        boolean races = meta.annotation("istio.io/connect-strategy").equalsIgnoreCase("RACE_FIRST_TCP_CONNECT");
        return new Service.Kubernetes("", "", false, false, distribution, races);
    }

    /**
     * The addresses of a service.
     *
     * @param addresses its own
     * @param assigned what istiod's controller assigned for want of any
     */
    private record Vips(Addresses addresses, Addresses assigned) {}
}
