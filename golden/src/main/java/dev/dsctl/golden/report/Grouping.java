package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.AddressPaths;
import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.tree.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How many resources one entry of a report may stand for. */
public enum Grouping {
    /** The same change of many resources is one entry. */
    ALIKE,
    /** Every resource has an entry of its own. */
    NONE;

    /** What a report shows of a diff, addresses first. */
    List<Entry> entries(SnapshotDiff diff) {
        List<Entry> entries = switch (this) {
            case ALIKE -> grouped(diff.resources());
            case NONE -> diff.resources().stream().map(Grouping::alone).toList();
        };
        return entries.stream().sorted(Comparator.comparing(Grouping::rank)).toList();
    }

    /** A resource by itself. */
    static Entry alone(ResourceChange resource) {
        List<Entry.Alike> fields = resource.fields().stream()
                .map(field -> new Entry.Alike(field, 1, true))
                .toList();
        return new Entry(resource.kind(), resource.change(), List.of(resource), fields);
    }

    private static int rank(Entry entry) {
        boolean address = entry.alike().stream()
                .anyMatch(alike -> AddressPaths.isAddress(alike.example().path()));
        boolean whole = entry.change() != Change.CHANGED;
        return address ? 0 : whole ? 1 : 2;
    }

    private static List<Entry> grouped(List<ResourceChange> resources) {
        Map<Object, List<ResourceChange>> whole = new LinkedHashMap<>();
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < resources.size(); i++) {
            ResourceChange resource = resources.get(i);
            if (resource.change() != Change.CHANGED) {
                whole.computeIfAbsent(List.of(resource.kind(), resource.change()), key -> new ArrayList<>())
                        .add(resource);
            }
            for (FieldChange field : resource.fields()) {
                String key = resource.kind() + Likeness.of(resource, field);
                groups.computeIfAbsent(key, likeness -> new Group()).add(i, field);
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (List<ResourceChange> same : whole.values()) {
            entries.add(new Entry(same.get(0).kind(), same.get(0).change(), same, List.of()));
        }
        entries.addAll(merged(groups.values(), resources));
        return entries;
    }

    /** Changes that the very same resources have belong in one entry. */
    private static List<Entry> merged(Collection<Group> groups, List<ResourceChange> all) {
        Map<List<Integer>, List<Group>> byResources = new LinkedHashMap<>();
        for (Group group : groups) {
            byResources
                    .computeIfAbsent(group.resources, key -> new ArrayList<>())
                    .add(group);
        }
        List<Entry> entries = new ArrayList<>();
        for (List<Group> same : byResources.values()) {
            List<ResourceChange> resources =
                    same.get(0).resources.stream().map(all::get).toList();
            List<Entry.Alike> alike = same.stream().map(Group::alike).toList();
            entries.add(new Entry(resources.get(0).kind(), Change.CHANGED, resources, alike));
        }
        return entries;
    }

    /** One change, wherever it occurs. */
    private static final class Group {

        private final List<Integer> resources = new ArrayList<>();
        private FieldChange example;
        private int count;
        private boolean exact = true;

        private void add(int resource, FieldChange field) {
            if (example == null) {
                example = field;
            }
            if (resources.isEmpty() || resources.get(resources.size() - 1) != resource) {
                resources.add(resource);
            }
            exact &= same(example.before(), field.before()) && same(example.after(), field.after());
            count++;
        }

        private static boolean same(Json a, Json b) {
            return Objects.equals(a, b);
        }

        private Entry.Alike alike() {
            return new Entry.Alike(example, count, exact);
        }
    }
}
