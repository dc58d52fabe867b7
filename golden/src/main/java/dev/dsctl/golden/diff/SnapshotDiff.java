package dev.dsctl.golden.diff;

import dev.dsctl.golden.diff.ResourceChange.Places;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two sides, on meaning: the order of resources, of virtual hosts and of the endpoints in a cluster doesn't count.
 *
 * @param before what was compared
 * @param after what it was compared with
 * @param proxies proxies that only one side has
 * @param resources the differences, by proxy, kind and name
 * @param compared what was looked at, equal or not
 */
public record SnapshotDiff(
        String before,
        String after,
        List<ProxyChange> proxies,
        List<ResourceChange> resources,
        List<Compared> compared) {

    /**
     * One kind of one proxy that both sides have.
     *
     * @param proxy {@code pod.namespace}
     * @param kind the kind
     * @param resources how many resources either side has of it
     */
    public record Compared(String proxy, ResourceKind kind, int resources) {}

    /**
     * A proxy that only one side has.
     *
     * @param proxy {@code pod.namespace}
     * @param change added or removed
     */
    public record ProxyChange(String proxy, Change change) {}

    public SnapshotDiff {
        proxies = List.copyOf(proxies);
        resources = List.copyOf(resources);
        compared = List.copyOf(compared);
    }

    /** Compares some kinds of resource of the proxies of two sides, without what is ignored. */
    public static SnapshotDiff between(Side before, Side after, Set<ResourceKind> kinds, Ignores ignores)
            throws IOException {
        SortedSet<String> names = new TreeSet<>(before.proxies());
        names.addAll(after.proxies());
        List<ProxyChange> proxies = new ArrayList<>();
        List<ResourceChange> resources = new ArrayList<>();
        List<Compared> compared = new ArrayList<>();
        for (String proxy : names) {
            if (!before.proxies().contains(proxy) || !after.proxies().contains(proxy)) {
                Change change = before.proxies().contains(proxy) ? Change.REMOVED : Change.ADDED;
                proxies.add(new ProxyChange(proxy, change));
                continue;
            }
            ProxyConfig old = before.config(proxy);
            ProxyConfig now = after.config(proxy);
            for (ResourceKind kind : new TreeSet<>(kinds)) {
                SortedMap<String, Resource> oldKind = old.resources().get(kind);
                SortedMap<String, Resource> newKind = now.resources().get(kind);
                if (oldKind != null && newKind != null) {
                    Pass pass = new Pass(proxy, kind, ignores, resources);
                    compared.add(new Compared(proxy, kind, compare(pass, oldKind, newKind)));
                }
            }
        }
        return new SnapshotDiff(before.label(), after.label(), proxies, resources, compared);
    }

    /** Whether both sides mean the same. */
    public boolean isEmpty() {
        return proxies.isEmpty() && resources.isEmpty();
    }

    /** How many resources were looked at. */
    public int size() {
        return compared.stream().mapToInt(Compared::resources).sum();
    }

    /** How many resources were added, removed or changed. */
    public long count(Change change) {
        return resources.stream().filter(each -> each.change() == change).count();
    }

    /** One kind of one proxy. */
    private record Pass(String proxy, ResourceKind kind, Ignores ignores, List<ResourceChange> found) {}

    private static int compare(Pass pass, SortedMap<String, Resource> before, SortedMap<String, Resource> after) {
        SortedMap<String, Resource> all = new TreeMap<>(after);
        all.putAll(before);
        int compared = 0;
        for (String name : all.keySet()) {
            if (!pass.ignores.resource(pass.kind, name)) {
                compared++;
                compare(pass, name, before.get(name), after.get(name));
            }
        }
        return compared;
    }

    private static void compare(Pass pass, String name, Resource before, Resource after) {
        if (before != null && after != null && before.isSurely(after)) {
            return;
        }
        JsonObject old = before == null ? null : before.tree();
        JsonObject now = after == null ? null : after.tree();
        Places places = new Places(before == null ? null : before.at(), after == null ? null : after.at());
        if (old == null || now == null) {
            Change change = old == null ? Change.ADDED : Change.REMOVED;
            pass.found.add(new ResourceChange(pass.proxy, pass.kind, name, change, List.of(), old, now, places));
            return;
        }
        if (old.equals(now)) {
            return;
        }
        old = pass.ignores.without(pass.kind, name, old);
        now = pass.ignores.without(pass.kind, name, now);
        List<FieldChange> fields = TreeDiff.between(pass.kind, old, now);
        if (!fields.isEmpty()) {
            pass.found.add(new ResourceChange(pass.proxy, pass.kind, name, Change.CHANGED, fields, old, now, places));
        }
    }
}
