package dev.dsctl.golden.diff;

import dev.dsctl.golden.diff.ResourceChange.Places;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.render.InOrder;
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
        return between(before, after, kinds, ignores, 1);
    }

    /** The same, so many proxies at a time, each on a thread of its own. */
    public static SnapshotDiff between(Side before, Side after, Set<ResourceKind> kinds, Ignores ignores, int threads)
            throws IOException {
        Set<String> old = before.proxies();
        Set<String> now = after.proxies();
        List<ProxyChange> proxies = new ArrayList<>();
        List<ResourceChange> resources = new ArrayList<>();
        List<Compared> compared = new ArrayList<>();
        SortedSet<String> both = new TreeSet<>();
        SortedSet<String> names = new TreeSet<>(old);
        names.addAll(now);
        for (String proxy : names) {
            if (old.contains(proxy) && now.contains(proxy)) {
                both.add(proxy);
            } else {
                proxies.add(new ProxyChange(proxy, old.contains(proxy) ? Change.REMOVED : Change.ADDED));
            }
        }
        SortedMap<String, Pass> passes = new TreeMap<>();
        InOrder.each(
                after.together(both),
                threads,
                proxy -> compare(proxy, before, after, kinds, ignores),
                pass -> passes.put(pass.proxy, pass));
        passes.values().forEach(pass -> {
            resources.addAll(pass.found);
            compared.addAll(pass.compared);
        });
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

    /** One proxy, with what was found and what was looked at. */
    private record Pass(String proxy, Ignores ignores, List<ResourceChange> found, List<Compared> compared) {}

    private static Pass compare(String proxy, Side before, Side after, Set<ResourceKind> kinds, Ignores ignores)
            throws IOException {
        Pass pass = new Pass(proxy, ignores, new ArrayList<>(), new ArrayList<>());
        ProxyConfig now = after.config(proxy);
        ProxyConfig old = before.config(proxy, now);
        for (ResourceKind kind : new TreeSet<>(kinds)) {
            SortedMap<String, Resource> oldKind = old.resources().get(kind);
            SortedMap<String, Resource> newKind = now.resources().get(kind);
            if (oldKind != null && newKind != null) {
                pass.compared.add(new Compared(proxy, kind, compare(pass, kind, oldKind, newKind)));
            }
        }
        return pass;
    }

    private static int compare(
            Pass pass, ResourceKind kind, SortedMap<String, Resource> before, SortedMap<String, Resource> after) {
        SortedMap<String, Resource> all = new TreeMap<>(after);
        all.putAll(before);
        int compared = 0;
        for (String name : all.keySet()) {
            if (!pass.ignores.resource(kind, name)) {
                compared++;
                compare(pass, kind, name, before.get(name), after.get(name));
            }
        }
        return compared;
    }

    private static void compare(Pass pass, ResourceKind kind, String name, Resource before, Resource after) {
        if (before != null && after != null && before.isSurely(after)) {
            return;
        }
        JsonObject old = before == null ? null : before.tree();
        JsonObject now = after == null ? null : after.tree();
        Places places = new Places(before == null ? null : before.at(), after == null ? null : after.at());
        if (old == null || now == null) {
            Change change = old == null ? Change.ADDED : Change.REMOVED;
            pass.found.add(new ResourceChange(pass.proxy, kind, name, change, List.of(), old, now, places));
            return;
        }
        if (old.equals(now)) {
            return;
        }
        old = pass.ignores.without(kind, name, old);
        now = pass.ignores.without(kind, name, now);
        List<FieldChange> fields = TreeDiff.between(kind, old, now);
        if (!fields.isEmpty()) {
            pass.found.add(new ResourceChange(pass.proxy, kind, name, Change.CHANGED, fields, old, now, places));
        }
    }
}
