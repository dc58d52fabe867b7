package dev.dsctl.model.entry;

import dev.dsctl.model.manifest.ObjectMeta;

/**
 * A WorkloadEntry with a name of its own (networking.istio.io).
 *
 * @param meta its metadata
 * @param entry the workload
 * @param healthy whether its health check, if it has one, succeeded
 */
public record WorkloadEntryObject(ObjectMeta meta, WorkloadEntry entry, boolean healthy) {}
