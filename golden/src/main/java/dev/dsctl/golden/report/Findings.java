package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.model.manifest.SourceRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report is made of.
 *
 * @param diff the differences
 * @param origins where resources come from
 * @param grouping how many resources an entry may stand for
 * @param fallback the file to point at when a difference has no place of its own
 */
public record Findings(SnapshotDiff diff, Origins origins, Grouping grouping, Optional<SourceRef> fallback) {

    /** Without a file to point at. */
    public Findings(SnapshotDiff diff, Origins origins, Grouping grouping) {
        this(diff, origins, grouping, Optional.empty());
    }

    List<Entry> entries() {
        return grouping.entries(diff);
    }

    /** The manifests that the resources of an entry come from. */
    List<Origin> origins(Entry entry) {
        Set<Origin> found = new LinkedHashSet<>();
        for (ResourceChange resource : entry.resources()) {
            found.addAll(origins.of(resource));
        }
        return List.copyOf(found);
    }
}
