package dev.dsctl.model.mesh;

import dev.dsctl.model.entry.ServiceEntry;
import dev.dsctl.model.profile.EntryChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The endpoints of ServiceEntries: those they list, the workloads they select, or their hosts themselves. Source:
 * {@code convertServiceEntryToInstances} and {@code buildServiceInstances}, pilot/pkg/serviceregistry/serviceentry.
 */
final class EntryEndpoints {

    private final MeshSettings settings;
    private final EntryWorkloads outside;
    private final List<Map<String, List<WorkloadInstance>>> selectable;
    private final Map<String, List<Endpoint>> byService = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * For entries that can select these workloads.
     *
     * @param selectable by namespace: pods, then WorkloadEntries
     */
    EntryEndpoints(
            MeshSettings settings, EntryWorkloads outside, List<Map<String, List<WorkloadInstance>>> selectable) {
        this.settings = settings;
        this.outside = outside;
        this.selectable = selectable;
    }

    /** The endpoints of all services seen so far, by {@link Mesh#key}. */
    Map<String, List<Endpoint>> all() {
        return byService;
    }

    /** Adds the endpoints of an entry's services; services of the same name share theirs. */
    void add(ServiceEntry entry, List<Service> services) {
        List<WorkloadInstance> instances = instances(entry);
        boolean hostsThemselves = entry.endpoints().isEmpty()
                && entry.selector().isEmpty()
                && entry.resolution().resolvesNames();
        for (Service service : services) {
            for (ServiceEntry.Port port : entry.ports()) {
                if (hostsThemselves) {
                    add(service, port, host(entry, service, port));
                }
                for (WorkloadInstance instance : instances) {
                    if (!instance.addresses().isEmpty()) {
                        add(service, port, endpoint(instance, port));
                    }
                }
            }
        }
    }

    private List<WorkloadInstance> instances(ServiceEntry entry) {
        List<WorkloadInstance> instances = new ArrayList<>();
        if (entry.selector().isEmpty()) {
            for (int i = 0; i < entry.endpoints().size(); i++) {
                instances.add(outside.written(entry.endpoints().get(i), entry.meta(), i));
            }
            return instances;
        }
        Map<String, String> selector = entry.selector().get();
        for (Map<String, List<WorkloadInstance>> workloads : selectable) {
            for (WorkloadInstance instance : workloads.getOrDefault(entry.meta().namespace(), List.of())) {
                boolean usable =
                        instance.kind().isAddressable() || entry.resolution().resolvesNames();
                if (usable && Selectors.selects(selector, instance.workload().labels())) {
                    instances.add(instance);
                }
            }
        }
        return instances;
    }

    /** Envoy takes only one endpoint where it uses one answer of DNS at a time. */
    private void add(Service service, ServiceEntry.Port port, Endpoint endpoint) {
        String key = Mesh.key(service);
        boolean single = service.resolution() == Resolution.DNS_ROUND_ROBIN;
        if (taken.add(key + ":" + port.number()) || !single) {
            byService.computeIfAbsent(key, k -> new ArrayList<>()).add(endpoint);
        }
    }

    private static Endpoint endpoint(WorkloadInstance instance, ServiceEntry.Port port) {
        int targetPort = port.targetPort() > 0 ? port.targetPort() : port.number();
        int number = instance.ports().getOrDefault(port.name(), 0);
        if (number == 0) {
            number = targetPort;
        }
        return new Endpoint(
                instance.addresses(),
                instance.kind() == WorkloadInstance.Kind.SOCKET ? 0 : number,
                port.name(),
                port.number(),
                instance.weight(),
                instance.health(),
                instance.workload());
    }

    private Endpoint host(ServiceEntry entry, Service service, ServiceEntry.Port port) {
        Workload workload = switch (settings.profile().choice(EntryChoices.HostEndpoints.class)) {
            case ANONYMOUS -> host("", "", "");
            case IN_CLUSTER -> host("", "", settings.clusterId());
            case NAMED -> host(entry.meta().name(), entry.meta().namespace(), settings.clusterId());
        };
        return new Endpoint(
                Addresses.of(service.hostname()),
                port.targetPort() > 0 ? port.targetPort() : port.number(),
                port.name(),
                port.number(),
                0,
                outside.health(),
                workload);
    }

    private static Workload host(String name, String namespace, String cluster) {
        return new Workload(name, namespace, Map.of(), "", "", "", Workload.TLS_DISABLED, "", "", "", cluster);
    }
}
