package dev.dsctl.model.entry;

import java.util.List;

/**
 * The services and workloads that Kubernetes doesn't know.
 *
 * @param services oldest first
 * @param workloads by namespace and name
 */
public record Entries(List<ServiceEntry> services, List<WorkloadEntryObject> workloads) {

    /** Whether there are none. */
    public boolean isEmpty() {
        return services.isEmpty() && workloads.isEmpty();
    }
}
