package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.tree.Json;
import java.util.List;

/** What reports say in words, the same in every format. */
final class Sentences {

    private static final int NAMES = 4;
    private static final int VALUE = 100;

    private Sentences() {}

    /** {@code listener 10.0.0.1_80 of web.shop}, {@code 3 clusters of 2 proxies: a, b, c}. */
    static String subject(Entry entry) {
        String noun = entry.kind().noun();
        if (entry.resources().size() == 1) {
            return noun + " " + entry.first().name() + " of " + entry.first().proxy();
        }
        List<String> proxies = entry.proxies();
        String of = proxies.size() == 1 ? proxies.get(0) : Words.count(proxies.size(), "proxy");
        return Words.count(entry.resources().size(), noun) + " of " + of + ": " + Words.few(entry.names(), NAMES);
    }

    /** One change as a sentence: {@code filter chain `x`, cluster: a -> b}. */
    static String change(FieldChange change) {
        String where = Words.of(change.path());
        return switch (change.change()) {
            case ADDED -> where + " added: " + shown(change.after());
            case REMOVED -> where + " removed: " + shown(change.before());
            case CHANGED -> where + ": " + shown(change.before()) + " -> " + shown(change.after());
            case REORDERED -> where + " in another order: " + shown(change.after());
        };
    }

    private static String shown(Json value) {
        String text = value.toString();
        return text.length() <= VALUE ? text : text.substring(0, VALUE) + "…";
    }

    /** Where the resources of an entry come from, empty when that isn't known. */
    static String from(List<Origin> origins) {
        if (origins.isEmpty()) {
            return "";
        }
        return "from " + Words.few(origins.stream().map(Origin::toString).toList(), 2);
    }

    /** The verdict and the counts. */
    static String totals(SnapshotDiff diff) {
        long proxies = diff.compared().stream()
                .map(SnapshotDiff.Compared::proxy)
                .distinct()
                .count();
        String compared = Words.count(diff.size(), "resource") + " of " + Words.count(proxies, "proxy");
        if (diff.isEmpty()) {
            return "equal: " + compared;
        }
        StringBuilder text = new StringBuilder();
        text.append(diff.resources().size())
                .append(" of ")
                .append(compared)
                .append(diff.size() == 1 ? " differs" : " differ");
        text.append(": ").append(diff.count(Change.ADDED)).append(" added, ");
        text.append(diff.count(Change.REMOVED)).append(" removed, ");
        text.append(diff.count(Change.CHANGED)).append(" changed");
        if (!diff.proxies().isEmpty()) {
            text.append("; ")
                    .append(Words.count(diff.proxies().size(), "proxy"))
                    .append(" on one side only");
        }
        return text.toString();
    }
}
