package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.FieldPath;
import dev.dsctl.golden.diff.Labels;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.Step;
import dev.dsctl.golden.report.Hunk.Line;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.golden.tree.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out the changes of one resource as hunks, those inside the same object or list together. */
final class Hunks {

    private static final int CONTEXT = 2;
    private static final int SHORT = 80;

    private final ResourceChange resource;
    private final int longest;

    private Hunks(ResourceChange resource, int longest) {
        this.resource = resource;
        this.longest = longest;
    }

    /** The hunks of some changes of a resource; a value has at most so many lines. */
    static List<Hunk> of(ResourceChange resource, List<FieldChange> changes, int longest) {
        Map<String, List<FieldChange>> byContainer = new LinkedHashMap<>();
        List<Hunk> hunks = new ArrayList<>();
        Hunks layout = new Hunks(resource, longest);
        for (FieldChange change : changes) {
            FieldPath container = change.change() == Change.REORDERED
                    ? change.path()
                    : change.path().parent();
            String key = (change.change() == Change.REORDERED ? "order " : "") + container.pointerBefore() + " "
                    + container.pointerAfter();
            byContainer.computeIfAbsent(key, path -> new ArrayList<>()).add(change);
        }
        byContainer.values().forEach(together -> hunks.add(layout.hunk(together)));
        return hunks;
    }

    private Hunk hunk(List<FieldChange> changes) {
        FieldChange first = changes.get(0);
        if (first.change() == Change.REORDERED) {
            return new Hunk(Words.of(first.path()) + ", order", order(first));
        }
        FieldPath container = first.path().parent();
        Json before = container.inBefore(resource.before());
        Json after = container.inAfter(resource.after());
        List<Line> lines = before instanceof JsonObject old && after instanceof JsonObject now
                ? inObject(changes, old, now)
                : inList(changes, (JsonArray) before, (JsonArray) after);
        String title = Words.of(container);
        return new Hunk(title.isEmpty() ? resource.kind().noun() : title, lines);
    }

    private List<Line> inObject(List<FieldChange> changes, JsonObject before, JsonObject after) {
        Map<String, FieldChange> changed = new LinkedHashMap<>();
        changes.forEach(change -> changed.put(((Step.Key) change.path().last()).name(), change));
        List<List<Line>> rows = new ArrayList<>();
        List<Boolean> marks = new ArrayList<>();
        for (String key : merged(before.keys(), after.keys())) {
            FieldChange change = changed.get(key);
            rows.add(change == null ? List.of(shortEntry(key, after.get(key), before.get(key))) : entry(key, change));
            marks.add(change != null);
        }
        return around(rows, marks);
    }

    /** The first list's keys, each key that only the second has behind the one it follows there. */
    private static List<String> merged(List<String> before, List<String> after) {
        List<String> keys = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i++) {
            if (!before.contains(after.get(i))) {
                keys.add(i == 0 ? 0 : keys.indexOf(after.get(i - 1)) + 1, after.get(i));
            }
        }
        return keys;
    }

    private static Line shortEntry(String key, Json after, Json before) {
        Json value = after == null ? before : after;
        // Compact JSON is YAML, and shorter than a block.
        List<String> lines = value instanceof JsonScalar
                ? YamlText.entry(key, value)
                : List.of(key + ": " + JsonText.compact(value));
        return new Line(' ', lines.size() == 1 && lines.get(0).length() <= SHORT ? lines.get(0) : key + ": …");
    }

    private List<Line> entry(String key, FieldChange change) {
        List<Line> lines = new ArrayList<>();
        if (change.before() != null) {
            lines.addAll(signed('-', YamlText.entry(key, change.before())));
        }
        if (change.after() != null) {
            lines.addAll(signed('+', YamlText.entry(key, change.after())));
        }
        return lines;
    }

    private List<Line> inList(List<FieldChange> changes, JsonArray before, JsonArray after) {
        Map<Integer, FieldChange> byBefore = new LinkedHashMap<>();
        Map<Integer, FieldChange> byAfter = new LinkedHashMap<>();
        for (FieldChange change : changes) {
            Step.Element element = (Step.Element) change.path().last();
            (element.before() >= 0 ? byBefore : byAfter)
                    .put(element.before() >= 0 ? element.before() : element.after(), change);
        }
        List<List<Line>> rows = new ArrayList<>();
        List<Boolean> marks = new ArrayList<>();
        int j = 0;
        for (int i = 0; i <= before.items().size(); i++) {
            for (; byAfter.containsKey(j); j++) {
                rows.add(signed('+', YamlText.item(after.items().get(j))));
                marks.add(true);
            }
            if (i < before.items().size()) {
                FieldChange change = byBefore.get(i);
                rows.add(change == null ? List.of(shortItem(before.items().get(i))) : item(change));
                marks.add(change != null);
                j += change != null && change.change() == Change.REMOVED ? 0 : 1;
            }
        }
        return around(rows, marks);
    }

    private static Line shortItem(Json value) {
        List<String> lines = YamlText.item(value);
        String first =
                lines.get(0).length() <= SHORT ? lines.get(0) : lines.get(0).substring(0, SHORT) + "…";
        if (lines.size() == 1) {
            return new Line(' ', first);
        }
        String label = Labels.distinct(List.of(value)).get(0);
        String named = label.isEmpty() || first.contains(label) ? "" : "  # " + label;
        return new Line(' ', first + " …" + named);
    }

    private List<Line> item(FieldChange change) {
        List<Line> lines = new ArrayList<>(signed('-', YamlText.item(change.before())));
        if (change.after() != null) {
            lines.addAll(signed('+', YamlText.item(change.after())));
        }
        return lines;
    }

    private List<Line> signed(char sign, List<String> texts) {
        List<Line> lines = new ArrayList<>();
        int shown = texts.size() <= longest + 1 ? texts.size() : longest;
        for (String text : texts.subList(0, shown)) {
            lines.add(new Line(sign, text));
        }
        if (shown < texts.size()) {
            lines.add(new Line(sign, "… " + (texts.size() - shown) + " more lines"));
        }
        return lines;
    }

    /** The marked rows and a few around each. */
    private static List<Line> around(List<List<Line>> rows, List<Boolean> marks) {
        List<Line> lines = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            int from = Math.max(0, i - CONTEXT);
            int to = Math.min(rows.size(), i + CONTEXT + 1);
            if (marks.subList(from, to).contains(true)) {
                if (last >= 0 && i > last + 1) {
                    lines.add(new Line(' ', "…"));
                }
                lines.addAll(rows.get(i));
                last = i;
            }
        }
        return lines;
    }

    private List<Line> order(FieldChange change) {
        List<Line> lines = new ArrayList<>();
        lines.addAll(signed('-', names(change.before())));
        lines.addAll(signed('+', names(change.after())));
        return lines;
    }

    private static List<String> names(Json list) {
        return ((JsonArray) list)
                .items().stream().map(item -> "- " + ((JsonScalar) item).text()).toList();
    }
}
