package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a report is made of.
 *
 * @param diff the differences
 * @param origins where resources come from
 * @param grouping how many resources an entry may stand for
 */
public record Findings(SnapshotDiff diff, Origins origins, Grouping grouping) {

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
