package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * For people: unified hunks with names for places.
 *
 * @param style how it is coloured
 */
public record TextReport(Style style) implements Report {

    private static final int LONGEST = 12;

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        SnapshotDiff diff = findings.diff();
        if (!diff.isEmpty()) {
            line(out, style.strong("--- " + diff.before()));
            line(out, style.strong("+++ " + diff.after()));
            line(out, "");
        }
        for (SnapshotDiff.ProxyChange proxy : diff.proxies()) {
            line(out, marked(proxy.change(), "proxy " + proxy.proxy()));
        }
        for (Entry entry : findings.entries()) {
            write(entry, findings, out);
        }
        line(out, (diff.isEmpty() ? "" : "\n") + Sentences.totals(diff));
        if (findings.entries().stream().anyMatch(entry -> entry.resources().size() > 1)) {
            line(out, "changes that are alike are shown once; --all shows each");
        }
    }

    private void write(Entry entry, Findings findings, Appendable out) throws IOException {
        line(out, marked(entry.change(), Sentences.subject(entry)));
        String from = Sentences.from(findings.origins(entry));
        if (!from.isEmpty()) {
            line(out, "  " + from);
        }
        int longest = findings.grouping() == Grouping.NONE ? Integer.MAX_VALUE - 1 : LONGEST;
        List<FieldChange> examples =
                entry.alike().stream().map(Entry.Alike::example).toList();
        for (Hunk hunk : Hunks.of(entry.first(), examples, longest)) {
            line(out, "  " + style.place("@@ " + hunk.title() + " @@"));
            for (Hunk.Line each : hunk.lines()) {
                line(out, "  " + colored(each));
            }
        }
        remark(entry, out);
    }

    private static void remark(Entry entry, Appendable out) throws IOException {
        List<String> remarks = new ArrayList<>();
        if (entry.count() > entry.resources().size() * entry.alike().size()
                && !entry.alike().isEmpty()) {
            remarks.add(Words.count(entry.count(), "place"));
        }
        if (entry.alike().stream().anyMatch(alike -> !alike.exact())) {
            remarks.add("each with its own names and addresses");
        }
        if (!remarks.isEmpty()) {
            line(out, "  (" + String.join(", ", remarks) + ")");
        }
    }

    private String marked(Change change, String text) {
        return switch (change) {
            case ADDED -> style.added("+ " + text);
            case REMOVED -> style.removed("- " + text);
            case CHANGED, REORDERED -> style.strong("~ " + text);
        };
    }

    private String colored(Hunk.Line line) {
        String text = (line.sign() + " " + line.text()).stripTrailing();
        return switch (line.sign()) {
            case '-' -> style.removed(text);
            case '+' -> style.added(text);
            default -> text;
        };
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(text).append('\n');
    }
}
