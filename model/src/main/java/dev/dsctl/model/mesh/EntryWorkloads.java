package dev.dsctl.model.mesh;

import dev.dsctl.model.entry.Entries;
import dev.dsctl.model.entry.WorkloadEntry;
import dev.dsctl.model.entry.WorkloadEntryObject;
import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.EntryChoices;
import dev.dsctl.model.profile.MeshChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Workloads outside Kubernetes. Source: {@code convertWorkloadEntryToWorkloadInstance},
 * pilot/pkg/serviceregistry/serviceentry/conversion.go.
 */
final class EntryWorkloads {

    private final MeshSettings settings;
    private final String meshNetwork;

    /**
     * With the mesh's settings.
     *
     * @param meshNetwork the network of workloads that don't name theirs, empty for the default
     */
    EntryWorkloads(MeshSettings settings, String meshNetwork) {
        this.settings = settings;
        this.meshNetwork = meshNetwork;
    }

    /** The WorkloadEntries by namespace, in the order of their names; unhealthy ones are left out. */
    Map<String, List<WorkloadInstance>> byNamespace(Entries entries) {
        boolean checksHealth = settings.env().flag("PILOT_ENABLE_WORKLOAD_ENTRY_HEALTHCHECKS", true);
        Map<String, List<WorkloadInstance>> byNamespace = new HashMap<>();
        for (WorkloadEntryObject object : entries.workloads()) {
            if (object.healthy() || !checksHealth) {
                String namespace = object.meta().namespace();
                byNamespace
                        .computeIfAbsent(namespace, n -> new ArrayList<>())
                        .add(instance(
                                object.entry(),
                                new Owner(namespace, object.meta().name(), namespace, name(object.meta()))));
            }
        }
        return byNamespace;
    }

    /** An endpoint that a ServiceEntry lists. */
    WorkloadInstance written(WorkloadEntry entry, ObjectMeta serviceEntry, int position) {
        return switch (settings.profile().choice(EntryChoices.WrittenEndpoints.class)) {
            case ANONYMOUS -> instance(entry, new Owner(serviceEntry.namespace(), "", "", ""));
            case NUMBERED -> {
                String name = serviceEntry.name() + "-" + position;
                yield instance(entry, new Owner(serviceEntry.namespace(), name, serviceEntry.namespace(), name));
            }
        };
    }

    private String name(ObjectMeta meta) {
        return switch (settings.profile().choice(EntryChoices.EntryNames.class)) {
            case OBJECT -> meta.name();
            case GROUP_OR_LABEL -> {
                String labelled = meta.labels().getOrDefault("service.istio.io/workload-name", meta.name());
                yield meta.annotations().getOrDefault("istio.io/autoRegistrationGroup", labelled);
            }
        };
    }

    private WorkloadInstance instance(WorkloadEntry entry, Owner owner) {
        String locality = locality(entry);
        String network =
                entry.network().isEmpty() ? TopologyLabels.network(entry.labels(), meshNetwork) : entry.network();
        Workload workload = new Workload(
                owner.workloadName,
                owner.workloadNamespace,
                TopologyLabels.inNetwork(
                        TopologyLabels.added(entry.labels(), locality, "", settings.clusterId()),
                        network,
                        settings.profile().choice(MeshChoices.NetworkLabels.class)),
                locality,
                entry.network(),
                entry.serviceAccount().isEmpty() ? "" : settings.spiffe(owner.namespace, entry.serviceAccount()),
                tlsMode(entry),
                "",
                "",
                "",
                settings.clusterId());
        String address =
                entry.isUnixSocket() ? entry.address().substring(WorkloadEntry.UNIX.length()) : entry.address();
        return new WorkloadInstance(
                owner.namespace,
                owner.name,
                kind(entry),
                address.isEmpty() ? Addresses.NONE : Addresses.of(address),
                entry.ports(),
                entry.weight(),
                health(),
                workload);
    }

    Endpoint.Health health() {
        return switch (settings.profile().choice(EntryChoices.EntryHealth.class)) {
            case HEALTHY -> Endpoint.Health.HEALTHY;
            case UNKNOWN -> Endpoint.Health.UNKNOWN;
        };
    }

    private static WorkloadInstance.Kind kind(WorkloadEntry entry) {
        if (entry.isUnixSocket()) {
            return WorkloadInstance.Kind.SOCKET;
        }
        boolean address = entry.address().isEmpty() || IpLiteral.isAddress(entry.address());
        return address ? WorkloadInstance.Kind.ADDRESS : WorkloadInstance.Kind.HOSTNAME;
    }

    private String locality(WorkloadEntry entry) {
        if (!entry.locality().isEmpty()) {
            return entry.locality();
        }
        return switch (settings.profile().choice(EntryChoices.EntryLocality.class)) {
            case FIELD -> "";
            case FIELD_OR_LABEL ->
                PodLocality.declared(entry.labels(), settings.profile().choice(MeshChoices.LocalityLabels.class));
        };
    }

    private static String tlsMode(WorkloadEntry entry) {
        String byAccount = entry.serviceAccount().isEmpty() ? Workload.TLS_DISABLED : "istio";
        return entry.labels().getOrDefault("security.istio.io/tlsMode", byAccount);
    }

    /**
     * Whose a workload is.
     *
     * @param namespace the object's namespace
     * @param name the object's name
     * @param workloadNamespace the namespace that telemetry knows, empty for none
     * @param workloadName the name that telemetry knows, empty for none
     */
    private record Owner(String namespace, String name, String workloadNamespace, String workloadName) {}
}
