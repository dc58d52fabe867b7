package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.render.ResourceKind;
import java.util.List;

/**
 * What a report shows in one piece: the same change of one or many resources.
 *
 * @param kind the kind of the resources
 * @param change added, removed or changed
 * @param resources the resources, never none; the first one stands for all
 * @param alike what changed inside them, shown as it is in the first one; none when added or removed
 */
record Entry(ResourceKind kind, Change change, List<ResourceChange> resources, List<Alike> alike) {

    /**
     * One change that all the resources have.
     *
     * @param example as it is in the first resource
     * @param count how often it occurs in all of them
     * @param exact whether it is the very same everywhere, or differs in names and addresses
     */
    record Alike(FieldChange example, int count, boolean exact) {}

    Entry {
        resources = List.copyOf(resources);
        alike = List.copyOf(alike);
    }

    /** The resource that stands for all. */
    ResourceChange first() {
        return resources.get(0);
    }

    /** The distinct names of the resources. */
    List<String> names() {
        return resources.stream().map(ResourceChange::name).distinct().toList();
    }

    /** The distinct proxies of the resources. */
    List<String> proxies() {
        return resources.stream().map(ResourceChange::proxy).distinct().toList();
    }

    /** How many single changes it stands for. */
    int count() {
        return alike.isEmpty()
                ? resources.size()
                : alike.stream().mapToInt(Alike::count).sum();
    }
}
