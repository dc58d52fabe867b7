package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The structured report: verdict, totals, and a list with an entry for each change.
 *
 * <p>An entry has {@code proxy}, {@code kind}, {@code name}, {@code change} and, for a change inside a resource, {@code path} (as
 * {@code --ignore} takes it), {@code old} and {@code new}, and RFC 6901 pointers to them in the versions of the resource that have them.
 */
final class ReportTree {

    private ReportTree() {}

    static JsonObject of(Findings findings) {
        SnapshotDiff diff = findings.diff();
        Map<String, Json> root = new LinkedHashMap<>();
        root.put("equal", JsonScalar.bool(diff.isEmpty()));
        root.put("before", JsonScalar.string(diff.before()));
        root.put("after", JsonScalar.string(diff.after()));
        root.put("totals", totals(diff));
        List<Json> changes = new ArrayList<>();
        diff.proxies().forEach(each -> changes.add(proxy(each)));
        for (Entry entry : Grouping.NONE.entries(diff)) {
            changes.addAll(resource(entry.first(), findings.origins(entry)));
        }
        root.put("changes", new JsonArray(changes, 0));
        return JsonObject.of(root);
    }

    private static JsonObject totals(SnapshotDiff diff) {
        Map<String, Json> totals = new LinkedHashMap<>();
        totals.put("resources", JsonScalar.number(diff.size()));
        totals.put("added", JsonScalar.number(diff.count(Change.ADDED)));
        totals.put("removed", JsonScalar.number(diff.count(Change.REMOVED)));
        totals.put("changed", JsonScalar.number(diff.count(Change.CHANGED)));
        totals.put("proxies", JsonScalar.number(diff.proxies().size()));
        return JsonObject.of(totals);
    }

    private static JsonObject proxy(SnapshotDiff.ProxyChange change) {
        Map<String, Json> entry = new LinkedHashMap<>();
        entry.put("proxy", JsonScalar.string(change.proxy()));
        entry.put("kind", JsonScalar.string("proxy"));
        entry.put("name", JsonScalar.string(change.proxy()));
        entry.put("change", JsonScalar.string(change.change().key()));
        return JsonObject.of(entry);
    }

    private static List<JsonObject> resource(ResourceChange resource, List<Origin> origins) {
        if (resource.fields().isEmpty()) {
            Map<String, Json> entry = head(resource, resource.change());
            putValues(entry, resource.before(), resource.after());
            putPlaces(entry, resource, origins);
            return List.of(JsonObject.of(entry));
        }
        List<JsonObject> entries = new ArrayList<>();
        for (FieldChange field : resource.fields()) {
            Map<String, Json> entry = head(resource, field.change());
            entry.put("path", JsonScalar.string(field.path().toString()));
            putText(
                    entry,
                    "oldPointer",
                    field.before() == null ? "" : field.path().pointerBefore());
            putText(
                    entry,
                    "newPointer",
                    field.after() == null ? "" : field.path().pointerAfter());
            putValues(entry, field.before(), field.after());
            putPlaces(entry, resource, origins);
            entries.add(JsonObject.of(entry));
        }
        return entries;
    }

    private static Map<String, Json> head(ResourceChange resource, Change change) {
        Map<String, Json> entry = new LinkedHashMap<>();
        entry.put("proxy", JsonScalar.string(resource.proxy()));
        entry.put("kind", JsonScalar.string(resource.kind().key()));
        entry.put("name", JsonScalar.string(resource.name()));
        entry.put("change", JsonScalar.string(change.key()));
        return entry;
    }

    private static void putValues(Map<String, Json> entry, Json before, Json after) {
        if (before != null) {
            entry.put("old", before);
        }
        if (after != null) {
            entry.put("new", after);
        }
    }

    private static void putPlaces(Map<String, Json> entry, ResourceChange resource, List<Origin> origins) {
        putPlace(entry, "oldAt", resource.places().before());
        putPlace(entry, "newAt", resource.places().after());
        if (!origins.isEmpty()) {
            entry.put(
                    "origins",
                    new JsonArray(origins.stream().map(ReportTree::origin).toList(), 0));
        }
    }

    private static Json origin(Origin origin) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("object", JsonScalar.string(origin.object()));
        tree.put("file", JsonScalar.string(origin.at().file()));
        tree.put("line", JsonScalar.number(origin.at().line()));
        return JsonObject.of(tree);
    }

    private static void putPlace(Map<String, Json> entry, String key, SourceRef at) {
        if (at != null) {
            entry.put(key, JsonScalar.string(at.toString()));
        }
    }

    private static void putText(Map<String, Json> entry, String key, String text) {
        if (!text.isEmpty()) {
            entry.put(key, JsonScalar.string(text));
        }
    }
}
